package dev.pressline.ingest.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pressline.contract.event.Topics;
import dev.pressline.contract.identifier.InvalidIdentifierException;
import dev.pressline.contract.identifier.Nsid;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.ingest.Bench;
import dev.pressline.ingest.backfill.BackfillState.Phase;
import dev.pressline.ingest.cursor.Cursor;
import dev.pressline.ingest.cursor.TestCursors;
import dev.pressline.ingest.row.WantedCollections;
import dev.pressline.kit.health.LoopMonitor;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackfillsTest {

    private static final String REPO = FakeNetwork.DID.value();
    private static final Nsid DOCUMENTS = Nsid.parse("site.standard.document");

    private final WantedCollections wanted = new WantedCollections(List.of("site.standard.*"));
    private final Bench bench = new Bench();
    private final FakeNetwork network;
    private final Backfills backfills;

    BackfillsTest() throws IOException {
        network = new FakeNetwork();
        backfills = new Backfills(tools(), new LoopMonitor().loop("backfill"), 1, new HereAndNow());
        for (int i = 0; i < 7; i++) {
            network.add(DOCUMENTS.value(), "r" + i, "{}");
        }
    }

    private Backfills.Tools tools() {
        return new Backfills.Tools(
                TestReader.of(network, bench.intakes, wanted),
                TestCursors.of(bench.producer),
                wanted);
    }

    @AfterEach
    void close() {
        network.close();
    }

    private BackfillState state() {
        return backfills.states().iterator().next();
    }

    private Cursor lastCursor() throws IOException {
        byte[] value = bench.sent(Topics.CURSORS).getLast().value();
        return ContractJson.mapper().readValue(value, Cursor.class);
    }

    private Cursor.OfRepo cursor(String filter, boolean done) {
        Cursor.Place place =
                new Cursor.Place(
                        FakeNetwork.DID, Tid.parse(FakeNetwork.REV), DOCUMENTS, Optional.of("6"));
        return new Cursor.OfRepo(
                filter, REPO, done, 6, done ? Optional.empty() : Optional.of(place));
    }

    @Test
    void backfill_begun_isDoneAndSaysSoInItsCursor() throws IOException {
        // When
        backfills.begin(REPO);

        // Then
        assertThat(state().phase()).isEqualTo(Phase.DONE);
        assertThat(state().records()).isEqualTo(7);
        assertThat(lastCursor())
                .isEqualTo(new Cursor.OfRepo(wanted.hash(), REPO, true, 7, Optional.empty()));
    }

    @Test
    void repository_toBeReadAnew_isKeptBeforeItIsRead() throws IOException {
        // When
        backfills.readAnew(FakeNetwork.DID);

        // Then
        assertThat(bench.kafka.history().getFirst().topic()).isEqualTo(Topics.CURSORS);
        assertThat(Bench.text(bench.kafka.history().getFirst())).contains("\"done\":false");
        assertThat(state().phase()).isEqualTo(Phase.DONE);
        assertThat(((Cursor.OfRepo) lastCursor()).done()).isTrue();
    }

    @Test
    void repository_toBeReadAnewWhileItIsRead_isReadOnceMore() throws IOException {
        // Given
        Queue<Runnable> queue = new ArrayDeque<>();
        Backfills queued =
                new Backfills(
                        tools(),
                        new LoopMonitor().loop("backfill"),
                        1,
                        new HereAndNow() {
                            @Override
                            public void execute(Runnable command) {
                                queue.add(command);
                            }
                        });
        queued.begin(REPO);
        queued.readAnew(FakeNetwork.DID);
        queued.readAnew(FakeNetwork.DID);

        // When
        queue.remove().run();
        assertThat(((Cursor.OfRepo) lastCursor()).done()).isFalse();
        queue.remove().run();

        // Then
        assertThat(queue).isEmpty();
        assertThat(bench.sent(Topics.RAW)).hasSize(14);
        assertThat(((Cursor.OfRepo) lastCursor()).done()).isTrue();
    }

    @Test
    void backfill_ofNoRepo_isRefusedAtOnce() {
        assertThatThrownBy(() -> backfills.begin("nonsense"))
                .isInstanceOf(InvalidIdentifierException.class);
        assertThat(backfills.states()).isEmpty();
    }

    @Test
    void backfill_thatThePdsRefuses_saysWhy() {
        // Given
        network.misbehave(FakeNetwork.status(400, "{\"error\":\"RepoDeactivated\"}"));

        // When
        backfills.begin(REPO);

        // Then
        assertThat(state().phase()).isEqualTo(Phase.REFUSED);
        assertThat(state().detail()).contains("RepoDeactivated");
        assertThat(bench.sent(Topics.CURSORS)).isEmpty();
    }

    @Test
    void backfill_begunAgain_readsTheRepoAgain() {
        // When
        backfills.begin(REPO);
        backfills.begin(REPO);
        backfills.beginOnce(REPO);

        // Then
        assertThat(bench.sent(Topics.RAW)).hasSize(14);
        assertThat(state().records()).isEqualTo(7);
    }

    @Test
    void backfill_interrupted_goesOnAtItsCursor() {
        // When
        backfills.resume(cursor(wanted.hash(), false));

        // Then
        assertThat(bench.sent(Topics.RAW)).hasSize(1);
        assertThat(state().records()).isEqualTo(7);
    }

    @Test
    void backfill_done_isShownAndNotReadAgain() {
        // When
        backfills.resume(cursor(wanted.hash(), true));
        backfills.beginOnce(REPO);

        // Then
        assertThat(state().phase()).isEqualTo(Phase.DONE);
        assertThat(state().records()).isEqualTo(6);
        assertThat(network.requests()).isEmpty();
    }

    @Test
    void backfill_forOtherCollections_beginsAnew() {
        // When
        backfills.resume(cursor("another filter", true));

        // Then
        assertThat(bench.sent(Topics.RAW)).hasSize(7);
    }

    /** Runs what it is given before it returns. */
    private static class HereAndNow extends AbstractExecutorService {

        @Override
        public void execute(Runnable command) {
            command.run();
        }

        @Override
        public void shutdown() {
            // Holds nothing.
        }

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return true;
        }
    }
}
