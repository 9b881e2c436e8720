package dev.pressline.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.internals.AutoOffsetResetStrategy;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class TopicReplayTest {

    private static final String TOPIC = "t";

    private final MockConsumer<String, byte[]> consumer =
            new MockConsumer<>(AutoOffsetResetStrategy.EARLIEST.name());

    TopicReplayTest() {
        consumer.updatePartitions(
                TOPIC,
                List.of(
                        new PartitionInfo(TOPIC, 0, Node.noNode(), new Node[0], new Node[0]),
                        new PartitionInfo(TOPIC, 1, Node.noNode(), new Node[0], new Node[0])));
        consumer.updateBeginningOffsets(
                Map.of(new TopicPartition(TOPIC, 0), 0L, new TopicPartition(TOPIC, 1), 0L));
    }

    private void ends(long first, long second) {
        consumer.updateEndOffsets(
                Map.of(new TopicPartition(TOPIC, 0), first, new TopicPartition(TOPIC, 1), second));
    }

    private void add(int partition, long offset, String key, byte[] value) {
        consumer.schedulePollTask(
                () ->
                        consumer.addRecord(
                                new ConsumerRecord<>(TOPIC, partition, offset, key, value)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void topic_empty_hasNoValues() {
        ends(0, 0);
        assertThat(TopicReplay.lastValues(consumer, TOPIC)).isEmpty();
    }

    @Test
    void topic_withUpdatesAndDeletes_givesTheLastOfEachKey() {
        // Given
        ends(3, 2);
        add(0, 0, "a", bytes("1"));
        add(1, 0, "b", bytes("1"));
        add(0, 1, "a", bytes("2"));
        add(0, 2, "c", bytes("1"));
        add(1, 1, "b", null);

        // When
        Map<String, byte[]> values = TopicReplay.lastValues(consumer, TOPIC);

        // Then
        assertThat(values).containsOnlyKeys("a", "c");
        assertThat(values.get("a")).isEqualTo(bytes("2"));
    }
}
