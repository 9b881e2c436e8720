package dev.pressline.normalize.flood;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.document.AccountState;
import dev.pressline.contract.event.Topics;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.kit.failure.RejectedException;
import dev.pressline.kit.health.LoopMonitor;
import dev.pressline.kit.kafka.EventProducer;
import dev.pressline.kit.stage.DeadLetters;
import dev.pressline.kit.stage.StageIdentity;
import dev.pressline.kit.stage.StageLoop;
import dev.pressline.kit.stage.StageMetrics;
import dev.pressline.kit.store.AccountStandings;
import dev.pressline.kit.store.LargeValues;
import dev.pressline.kit.trace.Traces;
import dev.pressline.normalize.blob.LoopbackStore;
import dev.pressline.normalize.event.TestEvents;
import dev.pressline.normalize.part.RawPlace;
import dev.pressline.normalize.pending.Handled;
import dev.pressline.normalize.pending.OwnedPartition;
import dev.pressline.normalize.pending.Pauses;
import dev.pressline.normalize.pending.PendingDocuments;
import dev.pressline.normalize.pending.PutOffRecords;
import dev.pressline.normalize.pending.RawRuns;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FloodLaneTest {

    private static final Did DID = Did.parse(TestEvents.DID);
    private static final String DEAD_LETTERS = Topics.deadLetters(Topics.RAW, "normalize");

    private final MockProducer<String, byte[]> kafka =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private final PendingDocuments pending =
            OwnedPartition.of(
                    TestEvents.PARTITION, new Pauses(Duration.ofSeconds(1), Duration.ofSeconds(1)));
    private final PutOffRecords putOff = pending.putOff();
    private final AccountsInHand accounts = new AccountsInHand();
    private final List<ConsumerRecord<String, byte[]>> raw = new ArrayList<>();
    private final List<String> handled = new CopyOnWriteArrayList<>();
    private Runnable onFirst = () -> {};
    private long behind;
    private LoopbackStore store;
    private AccountStandings standings;
    private FloodLane lane;

    @BeforeEach
    void start() throws IOException {
        store = new LoopbackStore();
        standings = new AccountStandings(store.client(), LoopbackStore.BUCKET);
        lane =
                new FloodLane(
                        putOff,
                        partition -> behind,
                        this::run,
                        accounts,
                        standings,
                        this::handle,
                        outlets());
    }

    @AfterEach
    void stop() {
        store.close();
    }

    private StageLoop.Outlets outlets() {
        LargeValues largeValues = new LargeValues(store.client(), LoopbackStore.BUCKET);
        return new StageLoop.Outlets(
                new EventProducer(kafka),
                new DeadLetters(
                        new StageIdentity("normalize", DEAD_LETTERS, "test"),
                        largeValues,
                        keys -> Set.of()),
                new StageMetrics(new SimpleMeterRegistry(), "normalize", List.of("not-json")),
                Traces.OFF,
                new LoopMonitor().loop("floods"));
    }

    private RawRuns.Run run(int partition, long offset) {
        List<ConsumerRecord<String, byte[]>> found =
                raw.stream().filter(each -> each.offset() >= offset).toList();
        return new RawRuns.Run(found, 1_000);
    }

    /** Handles as the stage does: an event, and what the notes have to say of it. */
    private List<ProducerRecord<String, byte[]>> handle(ConsumerRecord<String, byte[]> input) {
        handled.add(input.key());
        if (handled.size() == 1) {
            onFirst.run();
        }
        if (input.key().endsWith("bad")) {
            throw new RejectedException("not-json", "bad");
        }
        List<ProducerRecord<String, byte[]>> derived = new ArrayList<>();
        derived.add(new ProducerRecord<>(Topics.NORMALIZED, input.key(), input.value()));
        derived.addAll(
                pending.handled(
                        new Handled(
                                input.key(),
                                input.partition(),
                                input.offset(),
                                TestEvents.rev((int) input.offset()),
                                Optional.empty())));
        return derived;
    }

    private static String key(String rkey) {
        return "at://" + TestEvents.DID + "/site.standard.document/" + rkey;
    }

    /** Puts a record off that stands at an offset, in the version of that number. */
    private void putOff(String rkey, int offset) {
        Tid rev = TestEvents.rev(offset);
        putOff.putOff(key(rkey), new RawPlace(rev, TestEvents.PARTITION, offset));
        raw.add(TestEvents.at(offset, TestEvents.ofKey(key(rkey), rev, "{}")));
    }

    private List<String> topics() {
        return kafka.history().stream().map(ProducerRecord::topic).toList();
    }

    @Test
    void records_putOff_areHandledInOrderAndNotedWhenTheirEventsAreDurable() {
        // Given
        putOff("one", 5);
        putOff("two", 6);

        // When
        assertThat(lane.turn()).isTrue();

        // Then
        assertThat(handled).containsExactly(key("one"), key("two"));
        assertThat(topics())
                .containsExactly(
                        Topics.NORMALIZED, Topics.NORMALIZED, Topics.PENDING, Topics.PENDING);
        assertThat(kafka.history().getLast().value()).isNull();
        assertThat(putOff.size()).isZero();
        assertThat(lane.finishing()).isZero();
        assertThat(lane.turn()).isFalse();
    }

    @Test
    void records_whileThoseWhoFollowHaveEnoughToDo_wait() {
        // Given
        putOff("one", 5);
        behind = FloodLane.MOST_BEHIND + 1;

        // Then
        assertThat(lane.turn()).isFalse();
        assertThat(handled).isEmpty();
        behind = FloodLane.MOST_BEHIND;
        assertThat(lane.turn()).isTrue();
        assertThat(handled).hasSize(1);
    }

    @Test
    void record_thatCanNeverSucceed_isDeadLetteredAndDone() {
        // Given
        putOff("bad", 5);

        // When
        lane.turn();

        // Then
        assertThat(topics()).containsExactly(DEAD_LETTERS, Topics.PENDING);
        assertThat(putOff.size()).isZero();
    }

    @Test
    void record_compactedAway_isDoneWithoutAnEvent() {
        // Given
        putOff("one", 5);
        putOff("two", 6);
        raw.removeFirst();

        // When
        lane.turn();

        // Then
        assertThat(handled).containsExactly(key("two"));
        assertThat(putOff.size()).isZero();
        assertThat(topics()).containsExactly(Topics.NORMALIZED, Topics.PENDING, Topics.PENDING);
    }

    @Test
    void record_inWhosePlaceAnotherStands_isDoneWithoutAnEvent() {
        // Given
        putOff("one", 5);
        raw.set(0, TestEvents.at(5, TestEvents.ofKey(key("other"), TestEvents.rev(5), "{}")));

        // When
        lane.turn();

        // Then
        assertThat(topics()).containsExactly(Topics.PENDING);
    }

    private AccountState deleted(int rev) {
        return new AccountState(
                DID,
                TestEvents.rev(rev),
                false,
                Optional.of("deleted"),
                Optional.empty(),
                Map.of());
    }

    @Test
    void records_ofAnAccountDeletedSince_areDoneWithoutAnEvent() {
        // Given
        putOff("one", 5);
        putOff("two", 9);

        // When
        standings.note(deleted(7));
        lane.turn();

        // Then
        assertThat(handled).as("only what is newer").containsExactly(key("two"));
        assertThat(putOff.size()).isZero();
    }

    @Test
    void stage_thatWaitsForTheAccount_getsItAfterAFewRecords() throws Exception {
        // Given
        IntStream.range(0, 100).forEach(i -> putOff("d" + i, i));
        AtomicInteger handledThen = new AtomicInteger();
        Thread stage =
                Thread.ofVirtual()
                        .unstarted(
                                () ->
                                        accounts.asStage(
                                                Set.of(DID),
                                                () -> handledThen.set(handled.size())));
        onFirst =
                () -> {
                    stage.start();
                    while (!accounts.isWanted()) {
                        Thread.onSpinWait();
                    }
                };

        // When
        lane.turn();
        stage.join();

        // Then
        assertThat(handledThen).hasValue(FloodLane.SLICE);
        assertThat(putOff.size()).isEqualTo(100 - FloodLane.SLICE);
        assertThat(topics()).endsWith(Topics.PENDING).hasSize(2 * FloodLane.SLICE);
    }

    @Test
    void partition_lostMeanwhile_isLeftToItsNextOwner() {
        // Given
        IntStream.range(0, 100).forEach(i -> putOff("d" + i, i));
        onFirst = () -> OwnedPartition.lose(pending, TestEvents.PARTITION);

        // When
        lane.turn();

        // Then
        assertThat(handled).as("none but those at work").hasSize(FloodLane.SLICE);
        assertThat(topics()).doesNotContain(Topics.PENDING);
    }
}
