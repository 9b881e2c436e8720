package dev.pressline.ingest.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.event.Topics;
import dev.pressline.contract.identifier.Did;
import dev.pressline.ingest.Bench;
import dev.pressline.ingest.cursor.Cursor;
import dev.pressline.ingest.cursor.TestCursors;
import dev.pressline.ingest.row.RowParser;
import dev.pressline.ingest.row.WantedCollections;
import dev.pressline.ingest.source.RecordSource.StreamSource;
import dev.pressline.ingest.stream.JetstreamV2Decoder;
import dev.pressline.ingest.stream.TapDecoder;
import dev.pressline.kit.health.LoopMonitor;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StreamReaderTest {

    private static final String DID = "did:plc:ewvi7nxzyoun6zhxrhs64oiz";
    private static final WantedCollections WANTED =
            new WantedCollections(List.of("site.standard.*"));
    private static final RowParser PARSER = new RowParser(WANTED);

    private final Bench bench = new Bench();
    private final List<Did> doubtful = new CopyOnWriteArrayList<>();
    private final OkHttpClient client =
            new OkHttpClient.Builder()
                    .pingInterval(Duration.ofMillis(300))
                    .readTimeout(Duration.ZERO)
                    .build();
    private Optional<Thread> running = Optional.empty();

    private void read(StreamProtocol protocol, HttpUrl url, Optional<Cursor.OfStream> cursor) {
        StreamReader.Tools tools =
                new StreamReader.Tools(
                        client,
                        bench.intakes,
                        TestCursors.of(bench.producer),
                        WANTED.hash(),
                        url.host(),
                        doubtful::add,
                        did -> {},
                        new StreamMetrics(bench.registry, "test"),
                        new LoopMonitor().loop("test"));
        StreamReader reader = new StreamReader(new StreamSource("test"), protocol, tools, cursor);
        running = Optional.of(Thread.ofVirtual().start(reader::run));
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (running.isPresent()) {
            running.get().interrupt();
            running.get().join();
        }
        client.dispatcher().executorService().shutdown();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for a minute").isLessThan(end);
            Thread.sleep(5);
        }
    }

    private static String event(int seq) {
        return "{\"$type\":\"message\",\"payload\":{\"$type\":\"network.bsky.jetstream.subscribeEvents#commit\",\"seq\":%d,\"did\":\"%s\",\"time\":\"2026-06-15T15:06:40Z\",\"rev\":\"3mf42slbt3g42\",\"operation\":\"create\",\"collection\":\"site.standard.document\",\"rkey\":\"r%d\",\"record\":{\"title\":\"%d\"}}}"
                .formatted(seq, DID, seq, seq);
    }

    private JetstreamV2Protocol jetstream(HttpUrl url) {
        return new JetstreamV2Protocol(url, WANTED, new JetstreamV2Decoder(PARSER));
    }

    private List<String> keys() {
        return bench.sent(Topics.RAW).stream().map(event -> event.key()).distinct().toList();
    }

    private String lastCursor() {
        return Bench.text(bench.sent(Topics.CURSORS).getLast());
    }

    @Test
    void connection_cutAgainAndAgain_losesNothing() throws Exception {
        try (HostileStream host =
                HostileStream.start(
                        (socket, seen) -> {
                            int from = seen.cursor().orElse(1);
                            for (int seq = from; seq < from + 4 && seq <= 20; seq++) {
                                socket.send(event(seq));
                            }
                            if (from < 17) {
                                socket.cut();
                            }
                        })) {
            // When
            read(jetstream(host.url()), host.url(), Optional.empty());

            // Then
            await(() -> keys().size() == 20);
            await(() -> lastCursor().contains("\"position\":20"));
        }
    }

    @Test
    void cursor_beforeTheBrokersHaveARecord_doesNotMove() throws Exception {
        Bench slow = new Bench(false);
        try (HostileStream host = HostileStream.start((socket, seen) -> socket.send(event(1)))) {
            // When
            StreamReader.Tools tools =
                    new StreamReader.Tools(
                            client,
                            slow.intakes,
                            TestCursors.of(slow.producer),
                            WANTED.hash(),
                            host.url().host(),
                            doubtful::add,
                            did -> {},
                            new StreamMetrics(slow.registry, "test"),
                            new LoopMonitor().loop("test"));
            StreamReader reader =
                    new StreamReader(
                            new StreamSource("test"),
                            jetstream(host.url()),
                            tools,
                            Optional.empty());
            running = Optional.of(Thread.ofVirtual().start(reader::run));
            await(() -> slow.sent(Topics.RAW).size() == 1);

            // Then
            assertThat(slow.sent(Topics.CURSORS)).isEmpty();
            slow.kafka.completeNext();
            await(() -> slow.sent(Topics.CURSORS).size() == 1);
            slow.kafka.completeNext();
        }
    }

    @Test
    void tap_isToldThatAnEventIsDone_whenTheBrokersHaveIt() throws Exception {
        String event =
                "{\"id\":9,\"type\":\"record\",\"record\":{\"did\":\"%s\",\"action\":\"delete\",\"rev\":\"3mf42slbt3g42\",\"collection\":\"site.standard.document\",\"rkey\":\"r\"}}"
                        .formatted(DID);
        try (HostileStream host = HostileStream.start((socket, seen) -> socket.send(event))) {
            // When
            read(
                    new TapProtocol(
                            host.url(),
                            Optional.of("secret"),
                            new TapDecoder(PARSER, Clock.systemUTC())),
                    host.url(),
                    Optional.empty());

            // Then
            await(() -> host.received().contains("{\"type\":\"ack\",\"id\":9}"));
            assertThat(bench.sent(Topics.RAW)).hasSize(1);
            assertThat(host.authorizations()).containsOnly("Basic YWRtaW46c2VjcmV0");
        }
    }

    @Test
    void socket_thatAnswersNoPing_isReplaced() throws Exception {
        try (HostileStream host = HostileStream.silent()) {
            read(jetstream(host.url()), host.url(), Optional.empty());

            await(() -> host.connections() >= 2);
        }
    }

    @Test
    void cursor_tooOld_isAGapAndReadingGoesOnByTime() throws Exception {
        try (HostileStream host =
                HostileStream.refusing(
                        seen -> seen.cursor().orElse(0) == 5,
                        "{\"error\":\"CursorTooOld\",\"message\":\"below the floor\"}",
                        (socket, seen) -> socket.send(event(90)))) {
            // When
            read(
                    jetstream(host.url()),
                    host.url(),
                    Optional.of(
                            new Cursor.OfStream(
                                    WANTED.hash(), host.url().host(), 5, 1_750_000_000_000_000L)));

            // Then
            await(() -> keys().size() == 1);
            assertThat(bench.registry.counter("pressline.source.gaps", "source", "test").count())
                    .isEqualTo(1);
        }
    }
}
