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
import dev.pressline.ingest.source.RecordSource.RepoBackfillSource;
import dev.pressline.ingest.source.RecordSource.RepoSource;
import dev.pressline.kit.failure.Backoff;
import io.quarkus.runtime.ShutdownEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackfillsTest {

    private static final String REPO = FakeNetwork.DID.value();
    private static final String ID = new RepoBackfillSource(REPO).id();
    private static final String DOUBT_ID = new RepoSource(FakeNetwork.DID).id();
    private static final Backoff HASTY = new Backoff(Duration.ofMillis(1), Duration.ofMillis(5));
    private static final Nsid DOCUMENTS = Nsid.parse("site.standard.document");

    private final Bench bench = new Bench();
    private final FakeNetwork network;
    private final RepoWorkers workers;
    private final Backfills backfills;

    BackfillsTest() throws IOException {
        network = new FakeNetwork();
        workers = TestReader.workers(network.url(), bench, TestReader.WANTED, HASTY);
        backfills = new Backfills(workers, TestCursors.of(bench.producer), TestReader.WANTED);
        for (int i = 0; i < 7; i++) {
            network.add(DOCUMENTS.value(), "r" + i, "{}");
        }
    }

    @AfterEach
    void close() {
        workers.stop(new ShutdownEvent());
        network.close();
    }

    private void begin(String repo) throws InterruptedException {
        backfills.begin(List.of(repo));
        awaitOver();
    }

    private void awaitOver() throws InterruptedException {
        Await.until("all are over", () -> isOver());
    }

    private boolean isOver() {
        return backfills.states().stream().allMatch(BackfillState::isOver)
                && workers.waiting() + workers.running() == 0;
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
    void backfill_begun_isDoneAndSaysSoInItsCursor() throws IOException, InterruptedException {
        // When
        begin(REPO);

        // Then
        assertThat(state().phase()).isEqualTo(Phase.DONE);
        assertThat(state().records()).isEqualTo(7);
        assertThat(lastCursor())
                .isEqualTo(
                        new Cursor.OfRepo(
                                TestReader.WANTED.hash(), REPO, true, 7, Optional.empty()));
    }

    @Test
    void backfill_asked_isKeptBeforeAnythingIsRead() throws IOException {
        // Given
        network.close();

        // When
        backfills.begin(List.of(REPO, "did:web:other.example"));

        // Then
        assertThat(bench.sent(Topics.CURSORS)).hasSize(2);
        byte[] first = bench.sent(Topics.CURSORS).getFirst().value();
        assertThat(ContractJson.mapper().readValue(first, Cursor.class))
                .isEqualTo(
                        new Cursor.OfRepo(
                                TestReader.WANTED.hash(), REPO, false, 0, Optional.empty()));
    }

    @Test
    void backfill_ofNoRepo_isRefusedAtOnce() throws InterruptedException {
        assertThatThrownBy(() -> backfills.begin(List.of(REPO, "nonsense")))
                .isInstanceOf(InvalidIdentifierException.class);
        assertThat(backfills.states()).isEmpty();
    }

    @Test
    void backfill_thatThePdsRefuses_saysWhy() throws InterruptedException {
        // Given
        network.misbehave(FakeNetwork.status(400, "{\"error\":\"RepoDeactivated\"}"));

        // When
        begin(REPO);

        // Then
        assertThat(state().phase()).isEqualTo(Phase.REFUSED);
        assertThat(state().detail()).contains("RepoDeactivated");
        assertThat(bench.sent(Topics.CURSORS).getLast().value()).isNull();
    }

    @Test
    void backfill_begunAgain_readsTheRepoAgain() throws InterruptedException {
        // When
        begin(REPO);
        begin(REPO);
        backfills.beginOnce(REPO);

        // Then
        assertThat(bench.sent(Topics.RAW)).hasSize(14);
        assertThat(state().records()).isEqualTo(7);
    }

    @Test
    void backfill_interrupted_goesOnAtItsCursor() throws InterruptedException {
        // When
        backfills.resume(ID, cursor(TestReader.WANTED.hash(), false));
        awaitOver();

        // Then
        assertThat(bench.sent(Topics.RAW)).hasSize(1);
        assertThat(state().records()).isEqualTo(7);
    }

    @Test
    void backfill_done_isShownAndNotReadAgain() throws InterruptedException {
        // When
        backfills.resume(ID, cursor(TestReader.WANTED.hash(), true));
        backfills.beginOnce(REPO);

        // Then
        assertThat(state().phase()).isEqualTo(Phase.DONE);
        assertThat(state().records()).isEqualTo(6);
        assertThat(network.requests()).isEmpty();
    }

    @Test
    void backfill_forOtherCollections_beginsAnew() throws InterruptedException {
        // When
        backfills.resume(ID, cursor("another filter", true));
        awaitOver();

        // Then
        assertThat(bench.sent(Topics.RAW)).hasSize(7);
    }

    @Test
    void repository_thatIsDoubtful_isKeptAtOnceAndForgottenWhenItIsRead() throws Exception {
        // When
        backfills.readAnew(FakeNetwork.DID);
        awaitOver();

        // Then
        assertThat(bench.sent(Topics.RAW)).hasSize(7);
        List<ProducerRecord<String, byte[]>> cursors = bench.sent(Topics.CURSORS);
        assertThat(cursors).extracting(ProducerRecord::key).containsOnly(DOUBT_ID);
        assertThat(bench.kafka.history().getFirst()).isSameAs(cursors.getFirst());
        assertThat(cursors.getFirst().value()).isNotNull();
        assertThat(cursors.getLast().value()).isNull();
    }

    @Test
    void repository_thatIsDoubtfulAgainWhileItIsRead_isReadOnceMore() throws Exception {
        // Given
        CountDownLatch listing = new CountDownLatch(1);
        CountDownLatch doubted = new CountDownLatch(1);
        network.misbehaveAt(
                "listRecords",
                exchange -> {
                    listing.countDown();
                    awaitLatch(doubted);
                    network.answerProperly(exchange);
                });
        backfills.readAnew(FakeNetwork.DID);
        listing.await();

        // When
        backfills.readAnew(FakeNetwork.DID);
        backfills.readAnew(FakeNetwork.DID);
        doubted.countDown();
        awaitOver();

        // Then
        assertThat(bench.sent(Topics.RAW)).hasSize(14);
        assertThat(bench.sent(Topics.CURSORS).getLast().value()).isNull();
    }

    private static void awaitLatch(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    void doubt_ofAnEarlierProcess_isTakenUp() throws Exception {
        // When
        backfills.resume(DOUBT_ID, cursor("another filter", false));
        awaitOver();

        // Then
        assertThat(bench.sent(Topics.RAW)).hasSize(7);
        assertThat(bench.sent(Topics.CURSORS).getLast().key()).isEqualTo(DOUBT_ID);
        assertThat(bench.sent(Topics.CURSORS).getLast().value()).isNull();
    }

    @Test
    void host_thatIsDown_isWaitedForVisiblyAndHoldsNoWorker() throws Exception {
        // Given
        network.misbehave(FakeNetwork.status(503, ""), FakeNetwork.status(503, ""));

        // When
        begin(REPO);

        // Then
        assertThat(state().phase()).isEqualTo(Phase.DONE);
        assertThat(bench.sent(Topics.RAW)).hasSize(7);
    }
}
