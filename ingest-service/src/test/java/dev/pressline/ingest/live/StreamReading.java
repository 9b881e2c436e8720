package dev.pressline.ingest.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.event.Topics;
import dev.pressline.contract.identifier.Did;
import dev.pressline.ingest.Bench;
import dev.pressline.ingest.archive.ArchiveEvents;
import dev.pressline.ingest.cursor.Claim;
import dev.pressline.ingest.cursor.Cursor;
import dev.pressline.ingest.cursor.Missing;
import dev.pressline.ingest.cursor.TestCursors;
import dev.pressline.ingest.repos.TestRepos;
import dev.pressline.ingest.row.RowParser;
import dev.pressline.ingest.row.WantedCollections;
import dev.pressline.ingest.source.RecordSource.StreamSource;
import dev.pressline.ingest.stream.JetstreamV2Decoder;
import dev.pressline.kit.health.LoopMonitor;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;

/** A reader of a stream that a test serves, and what it sends. */
abstract class StreamReading {

    static final String DID = "did:plc:ewvi7nxzyoun6zhxrhs64oiz";
    static final WantedCollections WANTED = new WantedCollections(List.of("site.standard.*"));
    static final RowParser PARSER = new RowParser(WANTED);

    final Bench bench = new Bench();
    final List<Did> doubtful = new CopyOnWriteArrayList<>();
    final List<Missing> asked = new CopyOnWriteArrayList<>();
    final CompletableFuture<Boolean> answer = new CompletableFuture<>();
    final OkHttpClient client =
            new OkHttpClient.Builder()
                    .pingInterval(Duration.ofMillis(300))
                    .readTimeout(Duration.ZERO)
                    .build();
    static final Claim OURS = new Claim(5, "ours");

    Optional<Thread> running = Optional.empty();
    StreamReader reader;

    void read(StreamProtocol protocol, HttpUrl url, Optional<Cursor.OfStream> cursor) {
        StreamTools tools =
                new StreamTools(
                        client,
                        bench.intakes,
                        notes(bench),
                        this::ask,
                        WANTED,
                        new ArchiveEvents(PARSER, WANTED),
                        url.host(),
                        doubtful::add,
                        did -> {},
                        new StreamMetrics(bench.registry, "test"),
                        new LoopMonitor().loop("test"),
                        Clock.systemUTC());
        StreamTools.Start start = new StreamTools.Start(cursor, OURS);
        reader = new StreamReader(new StreamSource("test"), protocol, tools, start);
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

    static StreamTools.Notes notes(Bench bench) {
        return new StreamTools.Notes(
                TestCursors.of(bench.producer),
                bench.known,
                TestRepos.heads(bench.kafka, bench.producer));
    }

    static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for a minute").isLessThan(end);
            Thread.sleep(5);
        }
    }

    static String event(int seq) {
        return "{\"$type\":\"message\",\"payload\":{\"$type\":\"network.bsky.jetstream.subscribeEvents#commit\",\"seq\":%d,\"did\":\"%s\",\"time\":\"2026-06-15T15:06:40Z\",\"rev\":\"3mf42slbt3g42\",\"operation\":\"create\",\"collection\":\"site.standard.document\",\"rkey\":\"r%d\",\"record\":{\"title\":\"%d\"}}}"
                .formatted(seq, DID, seq, seq);
    }

    JetstreamV2Protocol jetstream(HttpUrl url) {
        return new JetstreamV2Protocol(
                url, WANTED, new JetstreamV2Decoder(PARSER), Optional.empty(), Optional.empty());
    }

    List<String> keys() {
        return bench.sent(Topics.RAW).stream().map(event -> event.key()).distinct().toList();
    }

    static Cursor.OfStream at(HostileStream host, long position) {
        return new Cursor.OfStream(
                WANTED.hash(),
                host.url().host(),
                position,
                1_750_000_000_000_000L,
                Optional.of(new Claim(4, "before")),
                WANTED.patterns(),
                List.of());
    }

    Future<?> ask(Missing missing) {
        asked.add(missing);
        return answer;
    }

    String lastCursor() {
        List<ProducerRecord<String, byte[]>> sent = bench.sent(Topics.CURSORS);
        return sent.isEmpty() ? "" : Bench.text(sent.getLast());
    }
}
