package dev.pressline.normalize.flood;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.event.Topics;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.kit.kafka.EventProducer;
import dev.pressline.normalize.event.TestEvents;
import dev.pressline.normalize.pending.OwnedPartition;
import dev.pressline.normalize.pending.Pauses;
import dev.pressline.normalize.pending.PutOffRecords;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FloodGateTest {

    private static final int ALLOWANCE = 3;
    private static final String ALICE = "did:web:alice.example";
    private static final String BOB = "did:web:bob.example";
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    private final MockProducer<String, byte[]> kafka =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private final PutOffRecords putOff =
            OwnedPartition.of(
                            TestEvents.PARTITION,
                            new Pauses(Duration.ofSeconds(1), Duration.ofSeconds(1)))
                    .putOff();
    private final AtomicLong end = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private final FloodGate gate =
            new FloodGate(
                    new Allowances(ALLOWANCE, 0),
                    putOff,
                    partition -> {
                        asked.incrementAndGet();
                        return end.get();
                    },
                    new EventProducer(kafka),
                    CLOCK);
    private int offset;

    private ConsumerRecord<String, byte[]> record(String did, String rkey, @Nullable String json) {
        return record("at://" + did + "/site.standard.document/" + rkey, json);
    }

    private ConsumerRecord<String, byte[]> record(String key, @Nullable String json) {
        offset++;
        end.set(offset + 1);
        return TestEvents.at(offset, TestEvents.ofKey(key, TestEvents.rev(offset), json));
    }

    private List<ConsumerRecord<String, byte[]>> flood(int size) {
        return IntStream.range(0, size).mapToObj(i -> record(ALICE, "d" + i, "{}")).toList();
    }

    private List<Long> pass(List<ConsumerRecord<String, byte[]>> batch) {
        TopicPartition partition = new TopicPartition(Topics.RAW, TestEvents.PARTITION);
        return gate.pass(new ConsumerRecords<>(Map.of(partition, batch), Map.of())).stream()
                .map(ConsumerRecord::offset)
                .toList();
    }

    private List<String> notes() {
        return kafka.history().stream().map(ProducerRecord::key).toList();
    }

    @Test
    void flood_withAnotherAccountInTheBatch_isPutOffBeyondItsAllowance() {
        // Given
        List<ConsumerRecord<String, byte[]>> batch = new ArrayList<>(flood(5));
        batch.add(record(BOB, "one", "{}"));

        // Then
        assertThat(pass(batch)).containsExactly(1L, 2L, 3L, 6L);
        assertThat(notes()).containsExactly(batch.get(3).key(), batch.get(4).key());
        assertThat(putOff.size()).isEqualTo(2);
        assertThat(putOff.next().orElseThrow().offset()).isEqualTo(4);
    }

    @Test
    void flood_behindWhichNothingStands_isHandledAtOnce() {
        assertThat(pass(flood(5))).hasSize(5);
        assertThat(notes()).isEmpty();
        assertThat(putOff.size()).isZero();
    }

    @Test
    void flood_behindWhichMoreStands_isPutOffAndWaitsUntilItIsThrough() {
        // Given
        List<ConsumerRecord<String, byte[]>> first = flood(5);
        end.set(100);

        // When
        assertThat(pass(first)).containsExactly(1L, 2L, 3L);

        // Then
        assertThat(putOff.size()).isEqualTo(2);
        assertThat(putOff.next()).as("more of it is coming").isEmpty();
        assertThat(pass(List.of(record(BOB, "one", "{}")))).hasSize(1);
        assertThat(putOff.next()).isPresent();
    }

    @Test
    void batch_withinAllAllowances_asksForNothing() {
        assertThat(pass(flood(ALLOWANCE))).hasSize(ALLOWANCE);
        assertThat(asked).hasValue(0);
    }

    @Test
    void deletesStatesAndWhatIsNoEvent_areNeverPutOff() {
        // Given
        List<ConsumerRecord<String, byte[]>> batch = new ArrayList<>(flood(4));
        batch.add(record(BOB, "one", "{}"));
        batch.add(record(ALICE, "d1", null));
        batch.add(record(ALICE, "{\"active\":false}"));
        batch.add(
                TestEvents.at(
                        8, TestEvents.raw(batch.getFirst().key(), "{}", new RecordHeaders())));
        batch.add(
                TestEvents.at(
                        9,
                        TestEvents.ofKey(
                                batch.getFirst().key(), Tid.of(1_900_000_000_000_000L, 0), "{}")));
        batch.add(TestEvents.at(10, TestEvents.raw(null, "{}", new RecordHeaders())));
        end.set(100);

        // Then
        assertThat(pass(batch)).containsExactly(1L, 2L, 3L, 5L, 6L, 7L, 8L, 9L, 10L);
        assertThat(notes()).hasSize(1);
    }

    @Test
    void version_olderThanTheOnePutOff_isHandledAtOnce() {
        // Given
        List<ConsumerRecord<String, byte[]>> batch = new ArrayList<>(flood(5));
        ConsumerRecord<String, byte[]> older =
                TestEvents.at(6, TestEvents.ofKey(batch.get(4).key(), TestEvents.rev(0), "{}"));
        batch.add(older);
        end.set(100);

        // Then
        assertThat(pass(batch)).containsExactly(1L, 2L, 3L, 6L);
        assertThat(putOff.size()).isEqualTo(2);
    }

    @Test
    void accounts_ofABatch_areThoseOfReadableKeys() {
        // Given
        TopicPartition partition = new TopicPartition(Topics.RAW, TestEvents.PARTITION);
        List<ConsumerRecord<String, byte[]>> batch =
                List.of(
                        record(ALICE, "one", "{}"),
                        record(BOB, "{}"),
                        TestEvents.raw("nonsense", "{}", new RecordHeaders()));

        // Then
        assertThat(FloodGate.accounts(new ConsumerRecords<>(Map.of(partition, batch), Map.of())))
                .containsExactlyInAnyOrder(Did.parse(ALICE), Did.parse(BOB));
    }
}
