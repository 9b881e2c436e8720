package dev.pressline.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pressline.kit.failure.InfrastructureException;
import dev.pressline.kit.failure.StoppedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.internals.AutoOffsetResetStrategy;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class TopicTailTest {

    private static final TopicPartition ONLY = new TopicPartition("t", 0);

    private final MockConsumer<String, byte[]> consumer =
            new MockConsumer<>(AutoOffsetResetStrategy.EARLIEST.name());
    private final TopicTail tail = new TopicTail("t", () -> consumer);
    private final List<String> read = new ArrayList<>();

    TopicTailTest() {
        consumer.updatePartitions(
                "t", List.of(new PartitionInfo("t", 0, Node.noNode(), new Node[0], new Node[0])));
        consumer.updateBeginningOffsets(Map.of(ONLY, 0L));
    }

    private void add(long offset, String key) {
        consumer.schedulePollTask(
                () -> consumer.addRecord(new ConsumerRecord<>("t", 0, offset, key, new byte[0])));
        consumer.updateEndOffsets(Map.of(ONLY, offset + 1));
    }

    private void catchUp() {
        tail.catchUp(event -> read.add(event.key()));
    }

    @Test
    void topic_followed_isReadOnFromWhereItWasLeft() {
        // Given
        add(0, "a");
        catchUp();
        assertThat(read).containsExactly("a");

        // When
        catchUp();
        add(1, "b");
        catchUp();

        // Then
        assertThat(read).containsExactly("a", "b");
    }

    @Test
    void topic_closed_isReadNoFurther() {
        // Given
        add(0, "a");
        catchUp();

        // When
        tail.close();

        // Then
        assertThat(consumer.closed()).isTrue();
        assertThatThrownBy(this::catchUp).isInstanceOf(StoppedException.class);
    }

    @Test
    void brokers_thatDoNotAnswer_areAFailureOfInfrastructure() {
        // Given
        add(0, "a");
        consumer.setPollException(new KafkaException("gone"));

        // When, Then
        assertThatThrownBy(this::catchUp).isInstanceOf(InfrastructureException.class);
        catchUp();
        assertThat(read).containsExactly("a");
    }
}
