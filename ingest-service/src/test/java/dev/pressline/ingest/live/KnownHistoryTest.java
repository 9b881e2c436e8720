package dev.pressline.ingest.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.identifier.Did;
import dev.pressline.ingest.Bench;
import dev.pressline.ingest.cursor.Missing;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KnownHistoryTest {

    private static final Did ALICE = Did.parse("did:web:alice.example");
    private static final Did BOB = Did.parse("did:web:bob.example");
    private static final Missing MISSING = new Missing("OutdatedCursor", 0, List.of());

    private final Bench bench = new Bench();
    private final List<Did> read = new CopyOnWriteArrayList<>();
    private boolean fails;
    private final KnownHistory history =
            new KnownHistory(
                    bench.known,
                    did -> {
                        if (fails && did.equals(BOB)) {
                            fails = false;
                            throw new IllegalStateException("once");
                        }
                        read.add(did);
                    });

    KnownHistoryTest() {
        bench.producer.sendAll(List.of(bench.known.note(ALICE), bench.known.note(BOB)));
    }

    @AfterEach
    void close() {
        history.close();
    }

    @Test
    void history_missed_hasEveryKnownRepositoryReadAnew() throws Exception {
        // When
        Future<?> asked = history.ask(MISSING);

        // Then
        asked.get(60, TimeUnit.SECONDS);
        assertThat(read).containsExactly(ALICE, BOB);
    }

    @Test
    void history_thatFailsOnce_isAskedForAgainFromTheBeginning() throws Exception {
        // Given
        fails = true;

        // When
        Future<?> asked = history.ask(MISSING);

        // Then
        asked.get(60, TimeUnit.SECONDS);
        assertThat(read).containsExactly(ALICE, ALICE, BOB);
    }
}
