package dev.pressline.ingest.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.event.Topics;
import dev.pressline.ingest.Bench;
import dev.pressline.ingest.cursor.Cursor;
import dev.pressline.ingest.cursor.Missing;
import dev.pressline.ingest.row.WantedCollections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a reader may have missed, and what it asks for because of that. */
class StreamGapsTest extends StreamReading {

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
