package dev.pressline.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DoneOffsetsTest {

    private static final TopicPartition FIRST = new TopicPartition("raw", 0);
    private static final TopicPartition SECOND = new TopicPartition("raw", 1);

    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private final DoneOffsets offsets = new DoneOffsets();

    @BeforeEach
    void assign() {
        consumer.assign(List.of(FIRST, SECOND));
        consumer.commitSync(
                Map.of(FIRST, new OffsetAndMetadata(3), SECOND, new OffsetAndMetadata(9)));
    }

    private static ConsumerRecord<String, byte[]> record(TopicPartition partition, long offset) {
        return new ConsumerRecord<>(
                partition.topic(), partition.partition(), offset, "key", new byte[0]);
    }

    private long committed(TopicPartition partition) {
        return consumer.committed(Set.of(partition)).get(partition).offset();
    }

    @Test
    void commit_thatARebalanceInterrupted_isMadeAgain() {
        // Given
        offsets.done(List.of(record(FIRST, 5), record(FIRST, 4)));

        // When
        offsets.commitAgain(consumer);

        // Then
        assertThat(committed(FIRST)).isEqualTo(6);
        assertThat(committed(SECOND)).isEqualTo(9);
    }

    @Test
    void partition_thatAnotherHasReadOnMeanwhile_isNotSetBack() {
        // Given
        offsets.done(List.of(record(SECOND, 7)));

        // When
        offsets.commitAgain(consumer);

        // Then
        assertThat(committed(SECOND)).isEqualTo(9);
    }

    @Test
    void partition_thatIsAnothersNow_isNotCommitted() {
        // Given
        offsets.done(List.of(record(FIRST, 5)));
        consumer.assign(List.of(SECOND));

        // When
        offsets.commitAgain(consumer);
        consumer.assign(List.of(FIRST, SECOND));
        offsets.commitAgain(consumer);

        // Then
        assertThat(consumer.committed(Set.of(FIRST))).isEmpty();
    }

    @Test
    void commit_thatMeetsTheNextRebalance_disturbsNobody() {
        // Given
        offsets.done(List.of(record(FIRST, 5)));
        MockConsumer<String, byte[]> rebalancing =
                new MockConsumer<>("earliest") {
                    @Override
                    public synchronized void commitSync(
                            Map<TopicPartition, OffsetAndMetadata> offsets) {
                        throw new RebalanceInProgressException("again");
                    }
                };
        rebalancing.assign(List.of(FIRST));

        // When
        offsets.commitAgain(rebalancing);
        offsets.commitAgain(consumer);

        // Then
        assertThat(committed(FIRST)).isEqualTo(6);
    }
}
