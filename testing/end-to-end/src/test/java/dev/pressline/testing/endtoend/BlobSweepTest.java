package dev.pressline.testing.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.atproto.LoopbackHost;
import dev.pressline.local.pipeline.Addresses;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What nothing refers to goes from a real store, by what a real topic says, and nothing else. */
@Timeout(300)
class BlobSweepTest {

    @TempDir static Path data;

    private static FakePlc plc;
    private static RunningPipeline pipeline;

    @BeforeAll
    @Timeout(300)
    static void start() {
        plc = new FakePlc();
        pipeline =
                RunningPipeline.start(
                        data,
                        plc.settings(
                                Map.of(
                                        "PRESSLINE_NORMALIZE_SWEEP_EVERY", "1s",
                                        "PRESSLINE_NORMALIZE_SWEEP_GRACE", "3s")));
    }

    @AfterAll
    static void stop() {
        pipeline.close();
        plc.close();
    }

    @Test
    void blob_toWhichNothingRefers_goesAndThatOfADocumentStays() {
        // Given
        byte[] used = Pictures.png(0x010203);
        byte[] unused = Pictures.png(0x040506);
        LoopbackHost pds =
                LoopbackHost.start(
                        LoopbackHost.answering("200 OK", "Content-Type: image/png\r\n", used));
        String did = plc.account(pds);
        pipeline.importRows(Pictures.row(did, "covered", 1, used));
        String orphan = "blobs/" + did + "/" + Pictures.cid(unused);
        pipeline.keep(
                Addresses.VALUES_BUCKET, "originals/" + did + "/" + Pictures.cid(unused), unused);
        pipeline.keep(Addresses.SITE_BUCKET, orphan, unused);

        // When
        pipeline.await(
                "the orphan is gone",
                () ->
                        Optional.of(true)
                                .filter(yes -> pipeline.get("/" + orphan).statusCode() == 404));

        // Then
        String blob = "/blobs/" + did + "/" + Pictures.cid(used);
        pipeline.await(
                "the picture of the document",
                () -> Optional.of(true).filter(yes -> pipeline.get(blob).statusCode() == 200));
        assertThat(pipeline.get(blob).body()).isEqualTo(used);
        assertThat(pipeline.document(did, "covered").at("/coverImage/state").asText())
                .isEqualTo("stored");
    }
}
