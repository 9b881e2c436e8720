package dev.pressline.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
    void topic_empty_isReadToItsEnd() {
        ends(0, 0);
        assertThat(replayed()).isEmpty();
    }

    @Test
    void topic_withRecords_givesEachInTheOrderOfItsPartition() {
        // Given
        ends(3, 2);
        add(0, 0, "a", bytes("1"));
        add(1, 0, "b", bytes("1"));
        add(0, 1, "a", bytes("2"));
        add(0, 2, "c", bytes("1"));
        add(1, 1, "b", null);

        // When
        List<String> replayed = replayed();

        // Then
        assertThat(replayed).containsExactlyInAnyOrder("a=1", "a=2", "c=1", "b=1", "b=null");
        assertThat(replayed).containsSubsequence("a=1", "a=2", "c=1");
        assertThat(replayed).containsSubsequence("b=1", "b=null");
    }

    @Test
    void partition_fromAnOffsetOn_givesWhatStandsThereAndBehind() {
        // Given
        ends(3, 2);
        add(0, 0, "a", bytes("1"));
        add(0, 1, "a", bytes("2"));
        add(0, 2, "c", bytes("1"));
        List<String> replayed = new ArrayList<>();

        // When
        TopicReplay.read(
                consumer,
                Map.of(new TopicPartition(TOPIC, 0), 1L),
                event -> replayed.add(text(event)));

        // Then
        assertThat(replayed).containsExactly("a=2", "c=1");
    }

    private List<String> replayed() {
        List<String> replayed = new ArrayList<>();
        TopicReplay.replay(consumer, TOPIC, event -> replayed.add(text(event)));
        return replayed;
    }

    private static String text(ConsumerRecord<String, byte[]> event) {
        byte[] value = event.value();
        return event.key()
                + '='
                + (value == null ? "null" : new String(value, StandardCharsets.UTF_8));
    }
}
