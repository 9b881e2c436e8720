package dev.pressline.ingest.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.event.Topics;
import dev.pressline.contract.identifier.Did;
import dev.pressline.ingest.Bench;
import dev.pressline.ingest.archive.ArchiveEvents;
import dev.pressline.ingest.cursor.Claim;
import dev.pressline.ingest.source.RecordSource.StreamSource;
import dev.pressline.ingest.stream.TapDecoder;
import dev.pressline.kit.health.LoopMonitor;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A reader whose connection is cut, whose brokers are slow, and which others overtake. */
class StreamReaderTest extends StreamReading {

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
}
