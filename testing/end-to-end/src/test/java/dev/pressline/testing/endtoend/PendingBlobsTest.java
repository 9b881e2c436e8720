package dev.pressline.testing.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.atproto.LoopbackHost;
import dev.pressline.contract.event.Topics;
import dev.pressline.local.pipeline.Service;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A document goes out without its picture while the PDS is down, and gets it when it is there. */
@Timeout(300)
class PendingBlobsTest {

    private static final LoopbackHost.Behaviour DOWN =
            LoopbackHost.answering("503 Service Unavailable", "", "");

    @TempDir static Path data;

    private static FakePlc plc;
    private static RunningPipeline pipeline;

    private LoopbackHost pds;
    private String did;

    @BeforeAll
    @Timeout(300)
    static void start() {
        plc = new FakePlc();
        pipeline =
                RunningPipeline.start(
                        data,
                        plc.settings(
                                Map.of(
                                        "PRESSLINE_NORMALIZE_BLOBS_RETRY_AFTER", "500ms",
                                        "PRESSLINE_NORMALIZE_BLOBS_RETRY_AT_MOST", "2s")));
    }

    @AfterAll
    static void stop() {
        pipeline.close();
        plc.close();
    }

    @BeforeEach
    void account() {
        pds = LoopbackHost.start(DOWN);
        did = plc.account(pds);
    }

    private static LoopbackHost.Behaviour giving(byte[] picture) {
        return LoopbackHost.answering("200 OK", "Content-Type: image/png\r\n", picture);
    }

    private String state(String rkey) {
        return pipeline.document(did, rkey).path("coverImage").path("state").asText();
    }

    private void awaitState(String rkey, String state) {
        pipeline.await(
                rkey + " with its picture " + state,
                () -> Optional.of(true).filter(yes -> state(rkey).equals(state)));
        pipeline.awaitQuiet();
    }

    private boolean waits(String rkey) {
        return pipeline.values(Topics.PENDING, Pictures.uri(did, rkey)).getLast().isPresent();
    }

    @Test
    void document_whosePdsIsDown_isSentAgainWithItsPictureEvenAfterACrash() {
        // Given
        byte[] picture = Pictures.png(0x336699);
        pipeline.importRows(Pictures.row(did, "crash", 1, picture));
        assertThat(pipeline.get("/document/" + did + "/crash/").statusCode()).isEqualTo(200);
        assertThat(state("crash")).isEqualTo("pending");
        assertThat(waits("crash")).isTrue();

        // When
        pipeline.crash(Service.NORMALIZE);
        pds.behave(giving(picture));
        awaitState("crash", "stored");

        // Then
        String blob = "/blobs/" + did + "/" + Pictures.cid(picture);
        assertThat(pipeline.text("/document/" + did + "/crash/")).contains(blob);
        assertThat(pipeline.get(blob).body()).isEqualTo(picture);
        JsonNode cover = pipeline.document(did, "crash").path("coverImage");
        assertThat(cover.path("width").asInt()).isEqualTo(40);
        assertThat(cover.path("height").asInt()).isEqualTo(30);
        assertThat(waits("crash")).isFalse();
        assertThat(pipeline.values(Topics.NORMALIZED, Pictures.uri(did, "crash"))).hasSize(2);
        assertThat(pipeline.deadLetters()).isZero();
    }

    @Test
    void document_edited_whileItWaits_isNeverSentInItsOldVersionAgain() {
        // Given
        byte[] second = Pictures.png(0x22aa22);
        pipeline.importRows(Pictures.row(did, "edited", 1, Pictures.png(0xaa2222)));
        pipeline.importRows(Pictures.row(did, "edited", 2, second));

        // When
        pds.behave(giving(second));
        awaitState("edited", "stored");

        // Then
        List<String> revs =
                pipeline.values(Topics.NORMALIZED, Pictures.uri(did, "edited")).stream()
                        .flatMap(Optional::stream)
                        .map(value -> RunningPipeline.json(value).path("rev").asText())
                        .toList();
        assertThat(revs).startsWith(Rows.rev(1)).endsWith(Rows.rev(2)).isSorted();
        assertThat(waits("edited")).isFalse();
    }

    @Test
    void document_deleted_whileItWaits_staysDeleted() {
        // Given
        byte[] picture = Pictures.png(0x112233);
        pipeline.importRows(Pictures.row(did, "deleted", 1, picture));

        // When
        pipeline.importRows(Pictures.delete(did, "deleted", 2));
        pds.behave(giving(picture));

        // Then
        assertThat(waits("deleted")).isFalse();
        assertThat(pipeline.values(Topics.NORMALIZED, Pictures.uri(did, "deleted")).getLast())
                .isEmpty();
        assertThat(pipeline.get("/document/" + did + "/deleted/").statusCode()).isEqualTo(410);
    }

    private int pictureAfter(String blob, int rev, String state) {
        pipeline.tellAccount(did, Rows.rev(rev), state);
        pipeline.awaitQuiet();
        return pipeline.get(blob).statusCode();
    }

    @Test
    void account_deactivatedActiveAndDeleted_hasItsPicturesHiddenShownAndPurged() {
        // Given
        byte[] picture = Pictures.png(0x445566);
        String blob = "/blobs/" + did + "/" + Pictures.cid(picture);
        pds.behave(giving(picture));
        pipeline.importRows(Pictures.row(did, "account", 1, picture));
        awaitState("account", "stored");

        // When
        int away = pictureAfter(blob, 2, "{\"active\":false,\"status\":\"deactivated\"}");
        int back = pictureAfter(blob, 3, "{\"active\":true}");
        int late = pictureAfter(blob, 2, "{\"active\":false,\"status\":\"deleted\"}");
        int deleted = pictureAfter(blob, 4, "{\"active\":false,\"status\":\"deleted\"}");

        // Then
        assertThat(List.of(away, back, late, deleted)).containsExactly(404, 200, 200, 410);
        assertThat(pipeline.site().keySet()).noneMatch(key -> key.startsWith("blobs/" + did));
    }

    @Test
    void picture_withMetadata_isServedWithoutAndWithNarrowerCopies() {
        // Given
        byte[] picture = Pictures.withComment(Pictures.png(0x778899, 600, 400), "48.85837N");
        pds.behave(giving(picture));
        pipeline.importRows(Pictures.row(did, "large", 1, picture));

        // When
        pipeline.await(
                "narrower copies",
                () ->
                        Optional.of(true)
                                .filter(
                                        yes ->
                                                pipeline.document(did, "large")
                                                        .at("/coverImage/variants/0")
                                                        .isObject()));
        pipeline.awaitQuiet();

        // Then
        String blob = "/blobs/" + did + "/" + Pictures.cid(picture);
        assertThat(pipeline.text(blob)).doesNotContain("48.85837N");
        assertThat(pipeline.get(blob + "-480w").statusCode()).isEqualTo(200);
        assertThat(pipeline.text("/document/" + did + "/large/"))
                .contains("-480w 480w, ../../.." + blob + " 600w");
        assertThat(waits("large")).isFalse();
    }
}
