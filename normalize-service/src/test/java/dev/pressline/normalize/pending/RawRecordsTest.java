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

class RawRecordsTest {

    private static final TopicPartition PARTITION = new TopicPartition(Topics.RAW, 3);

    private final MockConsumer<String, byte[]> consumer =
            new MockConsumer<>(AutoOffsetResetStrategy.EARLIEST.name());
    private final RawRecords raw = new RawRecords(() -> consumer);

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
    void record_atItsOffset_isRead() {
        has(10, 5, 6);
        assertThat(raw.read(3, 5))
                .hasValueSatisfying(found -> assertThat(found.key()).isEqualTo("k5"));
    }

    @Test
    void record_compactedAway_isGone() {
        has(10, 7);
        assertThat(raw.read(3, 5)).isEmpty();
    }

    @Test
    void record_behindTheEndOfTheTopic_isGone() {
        has(5);
        assertThat(raw.read(3, 5)).isEmpty();
    }

    @Test
    void brokers_thatFail_areInfrastructureAndAskedAnewNextTime() {
        // Given
        has(10);
        consumer.setPollException(new KafkaException("down"));

        // When / Then
        assertThatThrownBy(() -> raw.read(3, 5)).isInstanceOf(InfrastructureException.class);
        assertThat(consumer.closed()).isTrue();
    }
}
