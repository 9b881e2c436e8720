package dev.pressline.normalize.pending;

import dev.pressline.contract.event.Topics;
import dev.pressline.kit.failure.InfrastructureException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads runs of {@code pressline.raw.v1}, without a group: the records that stand at an offset and
 * behind it, as many as come at once. Throws {@link InfrastructureException} when the brokers do
 * not answer. Thread-safe.
 */
public final class RawRuns implements RunSource, AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final int POLLS = 20;

    /** As many as the stage takes at once, so that the heap holds no more than twice as much. */
    private static final int MOST_RECORDS = 200;

    private static final int MOST_BYTES = 2 * 1024 * 1024;

    private final RawConsumer raw;

    RawRuns(Supplier<Consumer<String, byte[]>> connect) {
        this.raw = new RawConsumer(connect);
    }

    /** Reads with the client settings given (bootstrap servers, security). */
    public static RawRuns of(Map<String, Object> clientSettings) {
        return new RawRuns(
                RawConsumer.connecting(
                        clientSettings,
                        Map.of(
                                ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_RECORDS,
                                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, MOST_BYTES)));
    }

    /**
     * A stretch of a partition.
     *
     * @param records what stands there
     * @param end the first offset behind it: what is before and not here was compacted away
     */
    public record Run(List<ConsumerRecord<String, byte[]>> records, long end) {

        /** Takes a copy. */
        public Run {
            records = List.copyOf(records);
        }
    }

    @Override
    public Run read(int partition, long offset) {
        return raw.ask(
                consumer -> read(consumer, new TopicPartition(Topics.RAW, partition), offset));
    }

    private static Run read(
            Consumer<String, byte[]> consumer, TopicPartition partition, long offset) {
        consumer.assign(List.of(partition));
        if (RawConsumer.end(consumer, partition) <= offset) {
            return new Run(List.of(), Long.MAX_VALUE);
        }
        consumer.seek(partition, offset);
        for (int i = 0; i < POLLS && consumer.position(partition) <= offset; i++) {
            ConsumerRecords<String, byte[]> found = consumer.poll(POLL);
            if (!found.isEmpty()) {
                return new Run(found.records(partition), consumer.position(partition));
            }
        }
        if (consumer.position(partition) <= offset) {
            throw new InfrastructureException(
                    partition + " gives nothing at " + offset, Duration.ZERO);
        }
        return new Run(List.of(), consumer.position(partition));
    }

    @Override
    public void close() {
        raw.close();
    }
}
