package dev.pressline.kit.kafka;

import dev.pressline.contract.event.DidPartitioner;
import dev.pressline.contract.identifier.Did;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads the partitions of a topic one at a time, each on from where it stopped, without a group.
 * Throws {@link dev.pressline.kit.failure.InfrastructureException} when the brokers do not answer.
 * Not thread-safe.
 */
public final class PartitionTail implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);

    private final LazyConsumer<String, byte[]> consumer;
    private final String topic;
    private final long most;
    private final Map<Integer, Long> positions = new HashMap<>();

    /** Reads a topic with consumers that begin at the earliest offset. */
    public PartitionTail(Supplier<Consumer<String, byte[]>> consumers, String topic) {
        this(consumers, topic, Long.MAX_VALUE);
    }

    /** The same, of which the first time no more than the last {@code most} offsets are read. */
    PartitionTail(Supplier<Consumer<String, byte[]>> consumers, String topic, long most) {
        this.consumer = new LazyConsumer<>(topic, consumers);
        this.topic = topic;
        this.most = most;
    }

    /** How many partitions the topic has. */
    public int partitions() {
        return consumer.ask(open -> open.partitionsFor(topic).size());
    }

    /** The partition of an account. */
    public int partition(Did did) {
        return DidPartitioner.partition(did.value(), partitions());
    }

    /**
     * Hands what came to a partition since the last time to {@code reader}, in order. Returns
     * false, and hands over nothing, where the partition ends before the place of the last time:
     * the topic was made anew, and reading begins anew.
     */
    public boolean read(
            int partition, java.util.function.Consumer<ConsumerRecord<String, byte[]>> reader) {
        return consumer.ask(open -> read(open, partition, reader));
    }

    private boolean read(
            Consumer<String, byte[]> open,
            int partition,
            java.util.function.Consumer<ConsumerRecord<String, byte[]>> reader) {
        TopicPartition from = new TopicPartition(topic, partition);
        open.assign(List.of(from));
        long end = open.endOffsets(List.of(from)).getOrDefault(from, 0L);
        long position = positions.getOrDefault(partition, Math.max(0, end - most));
        open.seek(from, position);
        if (end < position) {
            positions.remove(partition);
            return false;
        }
        while (open.position(from) < end) {
            open.poll(POLL).forEach(reader);
        }
        positions.put(partition, Math.max(position, open.position(from)));
        return true;
    }

    /** Reads a partition from its beginning the next time. */
    public void rewind(int partition) {
        positions.remove(partition);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
