package dev.pressline.testing.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.atproto.LoopbackHost;
import dev.pressline.contract.event.Topics;
import dev.pressline.contract.identifier.Cid;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Documents whose pictures lie on hosts of every bad kind, imported as one batch with documents of
 * good hosts among them: each comes out, with what became of its picture, and no other suffers.
 */
@Timeout(300)
class HostilePdsTest {

    private static final int MAX_SIZE = 64 * 1024;
    private static final int DRIPPING_DOCUMENTS = 6;
    private static final byte[] SVG =
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"
                    .getBytes(StandardCharsets.UTF_8);

    @TempDir static Path data;

    private static final Map<String, Subject> SUBJECTS = new LinkedHashMap<>();
    private static final List<LoopbackHost> HOSTS = new ArrayList<>();
    private static final List<LoopbackHost> DRIPPING = new ArrayList<>();
    private static FakePlc plc;
    private static RunningPipeline pipeline;

    /** A kind of bad host, and what becomes of a picture there. */
    private record Fault(
            String name, LoopbackHost.Behaviour behaviour, byte[] picture, String state) {}

    /** A document that was imported. */
    private record Subject(String did, String rkey, byte[] picture, String state) {

        String uri() {
            return Pictures.uri(did, rkey);
        }

        String row() {
            return Pictures.row(did, rkey, 1, picture);
        }
    }

    private static List<Fault> faults() {
        return List.of(
                fault("other-bytes", answering("200 OK", Pictures.png(1)), "refused"),
                fault("web-page", answering("200 OK", text("<html>Not found</html>")), "refused"),
                fault("too-large", HostilePdsTest::tooLarge, "refused"),
                fault("says-less-than-it-sends", withLength(5), "refused"),
                fault("says-more-than-it-sends", withLength(100_000), "pending"),
                fault("says-it-is-huge", withLength(Long.MAX_VALUE), "pending"),
                fault("limits", answering("429 Too Many Requests", text("")), "pending"),
                fault(
                        "limits-and-says-how-long",
                        LoopbackHost.answering("429 Too Many Requests", "Retry-After: 7\r\n", ""),
                        "pending"),
                fault("fails", answering("500 Internal Server Error", text("")), "pending"),
                fault("proxy-page", answering("502 Bad Gateway", text("<html>")), "pending"),
                fault("not-found-page", answering("404 Not Found", text("<html>")), "missing"),
                fault(
                        "has-no-such-blob",
                        answering("400 Bad Request", text("{\"error\":\"BlobNotFound\"}")),
                        "missing"),
                fault("no-http", (path, out) -> out.write(text("hello?\r\n\r\n")), "pending"),
                fault("closes-at-once", (path, out) -> {}, "pending"),
                fault("silent", (path, out) -> Thread.sleep(Long.MAX_VALUE), "pending"),
                fault("to-metadata", redirect("http://169.254.169.254/latest/"), "refused"),
                fault("to-private", redirect("https://10.0.0.1/blob"), "refused"),
                fault("to-plain-http", redirect("http://example.com/blob"), "refused"),
                fault("to-nowhere", redirect("file:///etc/passwd"), "refused"),
                fault("in-circles", redirect("/again"), "refused"),
                new Fault("script", answering("200 OK", SVG), SVG, "stored"));
    }

    private static Fault fault(String name, LoopbackHost.Behaviour behaviour, String state) {
        return new Fault(name, behaviour, Pictures.png(name.hashCode() & 0xffffff), state);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static LoopbackHost.Behaviour answering(String status, byte[] body) {
        return LoopbackHost.answering(status, "", body);
    }

    private static LoopbackHost.Behaviour redirect(String target) {
        return LoopbackHost.answering("302 Found", "Location: " + target + "\r\n", "");
    }

    private static LoopbackHost.Behaviour withLength(long claimed) {
        return (path, out) -> {
            out.write(text("HTTP/1.1 200 OK\r\nContent-Length: " + claimed + "\r\n\r\n"));
            out.write(Pictures.png(7));
        };
    }

    private static void tooLarge(String path, OutputStream out) throws IOException {
        out.write(text("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"));
        for (int sent = 0; sent < 100 * MAX_SIZE; sent += 1_024) {
            out.write(new byte[1_024]);
        }
    }

    private static void drip(String path, OutputStream out)
            throws IOException, InterruptedException {
        out.write(text("HTTP/1.1 200 OK\r\nContent-Length: 60000\r\n\r\n"));
        while (true) {
            out.write(0);
            out.flush();
            Thread.sleep(50);
        }
    }

    @BeforeAll
    @Timeout(300)
    static void importAll() {
        plc = new FakePlc();
        pipeline =
                RunningPipeline.start(
                        data,
                        plc.settings(
                                Map.of(
                                        "PRESSLINE_NORMALIZE_BLOBS_MAX_SIZE",
                                                Integer.toString(MAX_SIZE),
                                        "PRESSLINE_NORMALIZE_BLOBS_PATIENCE", "20s",
                                        "PRESSLINE_NORMALIZE_BLOBS_TIMEOUT", "40s",
                                        "PRESSLINE_NORMALIZE_BLOBS_RETRY_AFTER", "1h")));
        prepare();
        pipeline.importRows(SUBJECTS.values().stream().map(Subject::row).toArray(String[]::new));
    }

    /** The worst hosts first, good ones in front, among and behind them. */
    private static void prepare() {
        good("good-in-front");
        LoopbackHost dripping = host(HostilePdsTest::drip);
        DRIPPING.add(dripping);
        for (int i = 0; i < DRIPPING_DOCUMENTS; i++) {
            subject("dripping-" + i, plc.account(dripping), Pictures.png(1_000 + i), "pending");
        }
        good("good-among");
        for (Fault fault : faults()) {
            String did = plc.account(host(fault.behaviour()));
            subject(fault.name(), did, fault.picture(), fault.state());
        }
        subject("unknown-account", plc.unknown(), Pictures.png(3_000), "missing");
        good("good-behind");
    }

    private static void good(String name) {
        byte[] picture = Pictures.png(name.hashCode() & 0xffffff);
        subject(name, plc.account(host(answering("200 OK", picture))), picture, "stored");
    }

    private static LoopbackHost host(LoopbackHost.Behaviour behaviour) {
        LoopbackHost host = LoopbackHost.start(behaviour);
        HOSTS.add(host);
        return host;
    }

    private static void subject(String name, String did, byte[] picture, String state) {
        SUBJECTS.put(name, new Subject(did, name, picture, state));
    }

    @AfterAll
    static void stop() {
        HOSTS.forEach(LoopbackHost::close);
        pipeline.close();
        plc.close();
    }

    private static Stream<String> names() {
        Stream<String> faults = faults().stream().map(Fault::name);
        return Stream.concat(
                faults,
                Stream.of(
                        "dripping-0",
                        "dripping-5",
                        "unknown-account",
                        "good-in-front",
                        "good-among",
                        "good-behind"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void document_withItsPictureOnAnyHost_isOutOnceWithWhatBecameOfIt(String name) {
        // Given
        Subject subject = SUBJECTS.get(name);
        Cid cid = Pictures.cid(subject.picture());

        // Then
        assertThat(pipeline.get("/document/" + subject.did() + "/" + name + "/").statusCode())
                .isEqualTo(200);
        assertThat(pipeline.document(subject.did(), name).at("/coverImage/state").asText())
                .isEqualTo(subject.state());
        assertThat(pipeline.values(Topics.NORMALIZED, subject.uri())).hasSize(1);
        assertThat(pipeline.values(Topics.PENDING, subject.uri()))
                .hasSize(subject.state().equals("pending") ? 1 : 0);
        assertThat(pipeline.get("/blobs/" + subject.did() + "/" + cid).statusCode())
                .isEqualTo(subject.state().equals("stored") ? 200 : 404);
    }

    @Test
    void script_ofAPicture_canOnlyBeSaved() {
        // Given
        Subject subject = SUBJECTS.get("script");

        // When
        var answer =
                pipeline.get("/blobs/" + subject.did() + "/" + Pictures.cid(subject.picture()));

        // Then
        assertThat(answer.headers().firstValue("Content-Disposition")).contains("attachment");
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/octet-stream");
        assertThat(pipeline.text("/document/" + subject.did() + "/script/")).doesNotContain("<img");
    }

    @Test
    void everything_imported_isOutAndNothingIsDeadLettered() {
        assertThat(pipeline.deadLetters()).isZero();
        assertThat(SUBJECTS.values())
                .allMatch(each -> pipeline.values(Topics.NORMALIZED, each.uri()).size() == 1);
    }

    @Test
    void drippingHost_isAskedAFewTimesAtOnceAndThenLeftAlone() {
        assertThat(DRIPPING.getFirst().requests()).hasSizeBetween(1, 4);
    }
}
