package dev.pressline.normalize.pending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pressline.contract.event.Topics;
import dev.pressline.kit.failure.InfrastructureException;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.internals.AutoOffsetResetStrategy;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class RawRunsTest {

    private static final TopicPartition PARTITION = new TopicPartition(Topics.RAW, 3);

    private final MockConsumer<String, byte[]> consumer =
            new MockConsumer<>(AutoOffsetResetStrategy.EARLIEST.name());
    private final RawRuns runs = new RawRuns(() -> consumer);

    private void has(long end, long... offsets) {
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, end));
        consumer.schedulePollTask(
                () -> {
                    for (long offset : offsets) {
                        consumer.addRecord(
                                new ConsumerRecord<>(
                                        Topics.RAW, 3, offset, "k" + offset, new byte[] {1}));
                    }
                });
    }

    @Test
    void run_fromAnOffset_isWhatComesAtOnceAndWhereItEnds() {
        // Given
        has(10, 5, 7, 8);

        // When
        RawRuns.Run run = runs.read(3, 5);

        // Then
        assertThat(run.records()).extracting(ConsumerRecord::offset).containsExactly(5L, 7L, 8L);
        assertThat(run.end()).isEqualTo(9);
    }

    @Test
    void run_whoseBeginningWasCompactedAway_beginsWithTheNext() {
        // Given
        has(10, 7);

        // When
        RawRuns.Run run = runs.read(3, 5);

        // Then
        assertThat(run.records()).extracting(ConsumerRecord::offset).containsExactly(7L);
        assertThat(run.end()).isEqualTo(8);
    }

    @Test
    void run_behindTheEndOfTheTopic_isEmptyAndLeavesNothingBefore() {
        // Given
        has(5);

        // When
        RawRuns.Run run = runs.read(3, 5);

        // Then
        assertThat(run.records()).isEmpty();
        assertThat(run.end()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void brokers_thatFail_areInfrastructureAndAskedAnewNextTime() {
        // Given
        has(10);
        consumer.setPollException(new KafkaException("down"));

        // When / Then
        assertThatThrownBy(() -> runs.read(3, 5)).isInstanceOf(InfrastructureException.class);
        assertThat(consumer.closed()).isTrue();
    }
}
