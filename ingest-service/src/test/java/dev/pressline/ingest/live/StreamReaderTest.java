package dev.pressline.ingest.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.event.Topics;
import dev.pressline.contract.identifier.Did;
import dev.pressline.ingest.Bench;
import dev.pressline.ingest.archive.ArchiveClient;
import dev.pressline.ingest.archive.ArchiveEvents;
import dev.pressline.ingest.archive.TestArchive;
import dev.pressline.ingest.cursor.Claim;
import dev.pressline.ingest.cursor.Cursor;
import dev.pressline.ingest.cursor.Missing;
import dev.pressline.ingest.cursor.TestCursors;
import dev.pressline.ingest.repos.TestRepos;
import dev.pressline.ingest.row.RowParser;
import dev.pressline.ingest.row.WantedCollections;
import dev.pressline.ingest.source.RecordSource.StreamSource;
import dev.pressline.ingest.stream.JetstreamV2Decoder;
import dev.pressline.ingest.stream.TapDecoder;
import dev.pressline.ingest.stream.TestDictionaries;
import dev.pressline.ingest.stream.ZstdDictionary;
import dev.pressline.kit.health.LoopMonitor;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StreamReaderTest {

    private static final String DID = "did:plc:ewvi7nxzyoun6zhxrhs64oiz";
    private static final WantedCollections WANTED =
            new WantedCollections(List.of("site.standard.*"));
    private static final RowParser PARSER = new RowParser(WANTED);

    private final Bench bench = new Bench();
    private final List<Did> doubtful = new CopyOnWriteArrayList<>();
    private final List<Missing> asked = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Boolean> answer = new CompletableFuture<>();
    private final OkHttpClient client =
            new OkHttpClient.Builder()
                    .pingInterval(Duration.ofMillis(300))
                    .readTimeout(Duration.ZERO)
                    .build();
    private static final Claim OURS = new Claim(5, "ours");

    private Optional<Thread> running = Optional.empty();
    private StreamReader reader;

    private void read(StreamProtocol protocol, HttpUrl url, Optional<Cursor.OfStream> cursor) {
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

    private static StreamTools.Notes notes(Bench bench) {
        return new StreamTools.Notes(
                TestCursors.of(bench.producer),
                bench.known,
                TestRepos.heads(bench.kafka, bench.producer));
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
        return new JetstreamV2Protocol(
                url, WANTED, new JetstreamV2Decoder(PARSER), Optional.empty(), Optional.empty());
    }

    private List<String> keys() {
        return bench.sent(Topics.RAW).stream().map(event -> event.key()).distinct().toList();
    }

    private static Cursor.OfStream at(HostileStream host, long position) {
        return new Cursor.OfStream(
                WANTED.hash(),
                host.url().host(),
                position,
                1_750_000_000_000_000L,
                Optional.of(new Claim(4, "before")),
                WANTED.patterns(),
                List.of());
    }

    private Future<?> ask(Missing missing) {
        asked.add(missing);
        return answer;
    }

    private String lastCursor() {
        List<ProducerRecord<String, byte[]>> sent = bench.sent(Topics.CURSORS);
        return sent.isEmpty() ? "" : Bench.text(sent.getLast());
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
        slow.known.noted(List.of(Did.parse(DID)));
        try (HostileStream host = HostileStream.start((socket, seen) -> socket.send(event(2)))) {
            // When
            StreamTools tools =
                    new StreamTools(
                            client,
                            slow.intakes,
                            notes(slow),
                            this::ask,
                            WANTED,
                            new ArchiveEvents(PARSER, WANTED),
                            host.url().host(),
                            doubtful::add,
                            did -> {},
                            new StreamMetrics(slow.registry, "test"),
                            new LoopMonitor().loop("test"),
                            Clock.systemUTC());
            reader =
                    new StreamReader(
                            new StreamSource("test"),
                            jetstream(host.url()),
                            tools,
                            new StreamTools.Start(Optional.of(at(host, 1)), OURS));
            running = Optional.of(Thread.ofVirtual().start(reader::run));
            await(() -> slow.sent(Topics.CURSORS).size() == 1);
            slow.kafka.completeNext();
            await(() -> slow.sent(Topics.RAW).size() == 1);

            // Then
            assertThat(slow.sent(Topics.CURSORS)).hasSize(1);
            slow.kafka.completeNext();
            await(() -> slow.sent(Topics.CURSORS).size() == 2);
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
            read(jetstream(host.url()), host.url(), Optional.of(at(host, 5)));

            // Then
            await(() -> keys().size() == 1);
            assertThat(bench.registry.counter("pressline.source.gaps", "source", "test").count())
                    .isEqualTo(1);
        }
    }

    @Test
    void reader_thatTakesOver_claimsTheCursorBeforeAnythingIsRead() throws Exception {
        try (HostileStream host = HostileStream.silent()) {
            // When
            read(jetstream(host.url()), host.url(), Optional.of(at(host, 7)));

            // Then
            await(() -> bench.sent(Topics.CURSORS).size() == 1);
            assertThat(lastCursor())
                    .contains("\"position\":7")
                    .contains("\"epoch\":5,\"replica\":\"ours\"");
        }
    }

    @Test
    void stream_thatSaysNothing_hasAPlaceFromItsOpeningOn() throws Exception {
        try (HostileStream host = HostileStream.start((socket, seen) -> {})) {
            // When
            read(jetstream(host.url()), host.url(), Optional.empty());

            // Then
            await(() -> !bench.sent(Topics.CURSORS).isEmpty());
            assertThat(lastCursor()).contains("\"position\":0").doesNotContain("\"time\":0");
        }
    }

    @Test
    void reader_askedToStop_savesWhatItHasReadAndEnds() throws Exception {
        try (HostileStream host =
                HostileStream.start(
                        (socket, seen) -> {
                            for (int seq = 1; seq <= 500; seq++) {
                                socket.send(event(seq));
                            }
                        })) {
            // Given
            read(jetstream(host.url()), host.url(), Optional.empty());
            await(() -> keys().size() >= 200);

            // When
            reader.askToStop();
            running.orElseThrow().join();

            // Then
            int last = keys().size();
            assertThat(lastCursor()).contains("\"position\":" + last + ',');
        }
    }

    @Test
    void reader_thatIsOvertaken_endsAndLeavesTheCursorAlone() throws Exception {
        try (HostileStream host = HostileStream.start((socket, seen) -> socket.send(event(1)))) {
            // Given
            read(jetstream(host.url()), host.url(), Optional.empty());
            await(() -> lastCursor().contains("\"position\":1,"));
            int before = bench.sent(Topics.CURSORS).size();

            // When
            reader.written(OURS.next("theirs"));
            running.orElseThrow().join();

            // Then
            assertThat(bench.sent(Topics.CURSORS)).hasSize(before);
        }
    }

    @Test
    void cursor_thatAnOvertakenReplicaWroteOver_isWrittenAgain() throws Exception {
        try (HostileStream host = HostileStream.start((socket, seen) -> socket.send(event(1)))) {
            // Given
            read(jetstream(host.url()), host.url(), Optional.empty());
            await(() -> lastCursor().contains("\"position\":1,"));
            int before = bench.sent(Topics.CURSORS).size();

            // When
            reader.written(new Claim(4, "before"));

            // Then
            await(() -> bench.sent(Topics.CURSORS).size() == before + 1);
            assertThat(lastCursor()).contains("\"position\":1,");
        }
    }

    private static String marker(int seq, String kind, String fields) {
        return "{\"$type\":\"message\",\"payload\":{\"$type\":\"network.bsky.jetstream.subscribeEvents#%s\",\"seq\":%d,\"did\":\"%s\",\"time\":\"2026-06-15T15:06:40Z\",\"%s\":{%s}}}"
                .formatted(kind, seq, DID, kind, fields);
    }

    private void readAll(String... events) throws Exception {
        try (HostileStream host =
                HostileStream.start((socket, seen) -> List.of(events).forEach(socket::send))) {
            read(jetstream(host.url()), host.url(), Optional.empty());
            await(() -> lastCursor().contains("\"position\":" + events.length + ','));
        }
    }

    @Test
    void account_thatHoldsNothingWanted_isNotPublished() throws Exception {
        // When
        readAll(marker(1, "account", "\"active\":false"), marker(2, "identity", ""));

        // Then
        assertThat(bench.sent(Topics.RAW)).isEmpty();
        assertThat(doubtful).isEmpty();
        assertThat(
                        bench.registry
                                .counter("pressline.source.accounts.skipped", "source", "test")
                                .count())
                .isEqualTo(1);
    }

    @Test
    void account_thatAnotherReplicaHasNoted_isPublished() throws Exception {
        // Given
        bench.known.catchUp();
        bench.producer.sendAll(List.of(bench.known.note(Did.parse(DID))));

        // When
        readAll(marker(1, "account", "\"active\":false"));

        // Then
        assertThat(keys()).containsExactly(DID);
        assertThat(doubtful).isEmpty();
    }

    @Test
    void account_whoseFirstRecordJustCame_isPublished() throws Exception {
        // When
        readAll(event(1), marker(2, "account", "\"active\":false"));

        // Then
        assertThat(keys()).hasSize(2).endsWith(DID);
        assertThat(bench.sent(Topics.REPOS)).extracting(ProducerRecord::key).contains(DID);
    }

    @Test
    void account_activeAgainOrWithAnotherIdentity_isReadAnew() throws Exception {
        // Given
        bench.known.noted(List.of(Did.parse(DID)));

        // When
        readAll(marker(1, "account", "\"active\":true"), marker(2, "identity", ""));

        // Then
        assertThat(keys()).containsExactly(DID);
        assertThat(doubtful).containsExactly(Did.parse(DID), Did.parse(DID));
    }

    @Test
    void jetstream_withADictionary_isReadCompressedAndTheDictionaryReplaced() throws Exception {
        byte[] first = TestDictionaries.train(1);
        byte[] second = TestDictionaries.train(2);
        String firstId = Long.toString(ZstdDictionary.of(first).orElseThrow().id());
        AtomicReference<HostileStream> server = new AtomicReference<>();
        try (HostileStream host =
                HostileStream.refusing(
                        seen -> isRetired(seen, firstId, server.get(), second),
                        "{\"error\":\"UnknownZstdDictionary\"}",
                        (socket, seen) -> {
                            boolean isFirst = seen.query().contains("zstdDictionary=" + firstId);
                            byte[] dictionary = isFirst ? first : second;
                            socket.send(
                                    TestDictionaries.compress(dictionary, event(isFirst ? 1 : 2)));
                            socket.cut();
                        })) {
            // Given
            server.set(host);
            host.serve(first);

            // When
            read(compressed(host.url()), host.url(), Optional.empty());

            // Then
            await(() -> lastCursor().contains("\"position\":2,"));
            assertThat(keys()).hasSize(2);
        }
    }

    /** The second time that the first dictionary is asked for it is gone, and another is served. */
    private static boolean isRetired(
            HostileStream.Seen seen, String id, HostileStream host, byte[] next) {
        boolean retired = seen.query().contains("zstdDictionary=" + id) && host.connections() > 1;
        if (retired) {
            host.serve(next);
        }
        return retired;
    }

    @Test
    void jetstream_whoseDictionaryIsRefusedForEver_isReadWithoutOne() throws Exception {
        try (HostileStream host =
                HostileStream.refusing(
                        seen -> seen.query().contains("zstdDictionary"),
                        "{\"error\":\"UnknownZstdDictionary\"}",
                        (socket, seen) -> socket.send(event(1)))) {
            // Given
            host.serve(TestDictionaries.train(1));

            // When
            read(compressed(host.url()), host.url(), Optional.empty());

            // Then
            await(() -> keys().size() == 1);
        }
    }

    private StreamProtocol compressed(HttpUrl url) {
        return new JetstreamV2Protocol(
                url,
                WANTED,
                new JetstreamV2Decoder(PARSER),
                Optional.of(new JetstreamCompression(client, url)),
                Optional.empty());
    }

    @Test
    void jetstream_withAnArchive_isReadFromTheBeginningThenLive() throws Exception {
        try (TestArchive archive = TestArchive.start();
                HostileStream host =
                        HostileStream.refusing(
                                seen -> seen.cursor().orElse(0) < 3,
                                "{\"error\":\"CursorTooOld\"}",
                                (socket, seen) -> socket.send(event(4)))) {
            // Given
            archive.write("seg_0.jss", List.of(TestArchive.row(1, "a", "A")));
            archive.write("seg_1.jss", List.of(TestArchive.row(3, "b", "B")));

            // When
            read(archived(host.url(), archive), host.url(), Optional.empty());

            // Then
            await(() -> lastCursor().contains("\"position\":4,"));
            assertThat(keys())
                    .extracting(key -> key.substring(key.lastIndexOf('/') + 1))
                    .containsExactly("a", "b", "r4");
            assertThat(host.connections()).isEqualTo(1);
        }
    }

    @Test
    void jetstream_whoseCursorIsTooOld_goesOnInTheArchive() throws Exception {
        try (TestArchive archive = TestArchive.start();
                HostileStream host =
                        HostileStream.refusing(
                                seen -> seen.cursor().orElse(0) < 3,
                                "{\"error\":\"CursorTooOld\"}",
                                (socket, seen) -> socket.send(event(4)))) {
            // Given
            archive.write("seg_0.jss", List.of(TestArchive.row(1, "a", "A")));
            archive.write(
                    "seg_1.jss",
                    List.of(TestArchive.row(2, "b", "B"), TestArchive.row(3, "c", "C")));

            // When
            read(archived(host.url(), archive), host.url(), Optional.of(at(host, 2)));

            // Then
            await(() -> lastCursor().contains("\"position\":4,"));
            assertThat(keys())
                    .extracting(key -> key.substring(key.lastIndexOf('/') + 1))
                    .containsExactly("c", "r4");
            assertThat(bench.registry.counter("pressline.source.gaps", "source", "test").count())
                    .isZero();
        }
    }

    private StreamProtocol archived(HttpUrl url, TestArchive archive) {
        return new JetstreamV2Protocol(
                url,
                WANTED,
                new JetstreamV2Decoder(PARSER),
                Optional.empty(),
                Optional.of(new ArchiveClient(client, archive.url(), WANTED.patterns())));
    }

    @Test
    void gap_untilItIsAskedForElsewhere_standsInTheCursor() throws Exception {
        // Given
        String info =
                "{\"$type\":\"message\",\"payload\":{\"$type\":\"network.bsky.jetstream.subscribeEvents#info\",\"name\":\"OutdatedCursor\",\"message\":\"m\"}}";
        try (HostileStream host =
                HostileStream.start(
                        (socket, seen) -> {
                            socket.send(info);
                            socket.send(event(9));
                        })) {
            // When
            read(jetstream(host.url()), host.url(), Optional.of(at(host, 5)));

            // Then
            await(() -> lastCursor().contains("\"position\":9,"));
            assertThat(lastCursor()).contains("\"missing\":[{\"why\":\"OutdatedCursor: m\"");
            await(() -> !asked.isEmpty());
            assertThat(asked).extracting(Missing::collections).containsExactly(List.of());

            // When
            answer.complete(true);

            // Then
            await(() -> lastCursor().contains("\"missing\":[]"));
            assertThat(lastCursor()).contains("\"position\":9,");
        }
    }

    @Test
    void gap_ofAnEarlierProcess_isAskedForAgain() throws Exception {
        // Given
        Missing missing = new Missing("OutdatedCursor", 7, List.of());
        try (HostileStream host = HostileStream.start((socket, seen) -> {})) {
            Cursor.OfStream cursor = with(at(host, 5), WANTED, List.of(missing));

            // When
            read(jetstream(host.url()), host.url(), Optional.of(cursor));

            // Then
            await(() -> asked.equals(List.of(missing)));
        }
    }

    private static Cursor.OfStream with(
            Cursor.OfStream cursor, WantedCollections wanted, List<Missing> missing) {
        return new Cursor.OfStream(
                wanted.hash(),
                cursor.host(),
                cursor.position(),
                cursor.time(),
                cursor.claim(),
                wanted.patterns(),
                missing);
    }

    @Test
    void filter_thatWantsMore_goesOnAtTheCursorAndAsksForWhatIsNew() throws Exception {
        // Given
        WantedCollections before =
                new WantedCollections(List.of("site.standard.document", "a.b.c"));
        try (HostileStream host =
                HostileStream.start(
                        (socket, seen) -> {
                            if (seen.query().contains("cursor=5&")
                                    || seen.cursor().orElse(0) == 5) {
                                socket.send(event(6));
                            }
                        })) {
            // When
            read(
                    jetstream(host.url()),
                    host.url(),
                    Optional.of(with(at(host, 5), before, List.of())));

            // Then
            await(() -> keys().size() == 1);
            await(() -> !asked.isEmpty());
            assertThat(asked)
                    .extracting(Missing::collections)
                    .containsExactly(List.of("site.standard.*"));
            assertThat(bench.sent(Topics.CURSORS).getFirst())
                    .extracting(Bench::text)
                    .asString()
                    .contains("\"position\":5,", "newly wanted", WANTED.hash());
        }
    }

    @Test
    void filter_thatWantsLess_asksForNothing() throws Exception {
        // Given
        WantedCollections before = new WantedCollections(List.of("site.standard.*", "a.b.c"));
        try (HostileStream host = HostileStream.start((socket, seen) -> socket.send(event(6)))) {
            // When
            read(
                    jetstream(host.url()),
                    host.url(),
                    Optional.of(with(at(host, 5), before, List.of())));

            // Then
            await(() -> lastCursor().contains("\"position\":6,"));
            assertThat(asked).isEmpty();
        }
    }

    @Test
    void host_thatIsAnother_isAGap() throws Exception {
        try (HostileStream host = HostileStream.start((socket, seen) -> socket.send(event(6)))) {
            // Given
            Cursor.OfStream elsewhere =
                    new Cursor.OfStream(
                            WANTED.hash(),
                            "old.example",
                            5,
                            1_750_000_000_000_000L,
                            Optional.empty(),
                            WANTED.patterns(),
                            List.of());

            // When
            read(jetstream(host.url()), host.url(), Optional.of(elsewhere));

            // Then
            await(() -> !asked.isEmpty());
            assertThat(asked).extracting(Missing::why).containsExactly("before at old.example");
        }
    }

    @Test
    void cursor_fromTheFutureOfItsHost_isAGapAndReadingGoesOnWithoutIt() throws Exception {
        try (HostileStream host =
                HostileStream.start(
                        (socket, seen) ->
                                socket.send(
                                        seen.cursor().orElse(0) == 900
                                                ? "{\"$type\":\"error\",\"error\":\"FutureCursor\"}"
                                                : event(6)))) {
            // When
            read(jetstream(host.url()), host.url(), Optional.of(at(host, 900)));

            // Then
            await(() -> lastCursor().contains("\"position\":6,"));
            await(() -> !asked.isEmpty());
            assertThat(asked).extracting(Missing::why).containsExactly("FutureCursor: ");
        }
    }
}
