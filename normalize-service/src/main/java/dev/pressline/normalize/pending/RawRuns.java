package dev.pressline.normalize.pending;

import dev.pressline.contract.event.Topics;
import dev.pressline.kit.failure.InfrastructureException;
import dev.pressline.kit.kafka.LazyConsumer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

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

    private final LazyConsumer<String, byte[]> raw;

    RawRuns(Supplier<Consumer<String, byte[]>> connect) {
        this.raw = new LazyConsumer<>(Topics.RAW, connect);
    }

    /** Reads with the client settings given (bootstrap servers, security). */
    public static RawRuns of(Map<String, Object> clientSettings) {
        return of(clientSettings, MOST_RECORDS, MOST_BYTES);
    }

    /** The same, so many records and about so many bytes at once. */
    static RawRuns of(Map<String, Object> clientSettings, int mostRecords, int mostBytes) {
        Map<String, Object> settings = LazyConsumer.settings(clientSettings);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, mostRecords);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, mostBytes);
        return new RawRuns(
                () ->
                        new KafkaConsumer<>(
                                settings, new StringDeserializer(), new ByteArrayDeserializer()));
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
        if (end(consumer, partition) <= offset) {
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

    /** Where a partition ends now; throws as {@link #read} does. */
    long end(int partition) {
        return raw.ask(consumer -> end(consumer, new TopicPartition(Topics.RAW, partition)));
    }

    /** Assigns the partition first: the client warns of each answer about one that is not. */
    private static long end(Consumer<String, byte[]> consumer, TopicPartition partition) {
        consumer.assign(List.of(partition));
        return consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
    }

    @Override
    public void close() {
        raw.close();
    }
}
