package dev.pressline.normalize.pending;

import dev.pressline.contract.event.Topics;
import dev.pressline.kit.failure.InfrastructureException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads single records of {@code pressline.raw.v1} at their coordinates, without a group, one at a
 * time. Thread-safe.
 */
public final class RawRecords implements RawSource, AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final int POLLS = 20;

    private final RawConsumer raw;

    RawRecords(Supplier<Consumer<String, byte[]>> connect) {
        this.raw = new RawConsumer(connect);
    }

    /** Reads with the client settings given (bootstrap servers, security). */
    public static RawRecords of(Map<String, Object> clientSettings) {
        return new RawRecords(
                RawConsumer.connecting(
                        clientSettings,
                        Map.of(
                                ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1,
                                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 1)));
    }

    @Override
    public Optional<ConsumerRecord<String, byte[]>> read(int partition, long offset) {
        return raw.ask(
                consumer -> read(consumer, new TopicPartition(Topics.RAW, partition), offset));
    }

    private static Optional<ConsumerRecord<String, byte[]>> read(
            Consumer<String, byte[]> consumer, TopicPartition partition, long offset) {
        consumer.assign(List.of(partition));
        if (RawConsumer.end(consumer, partition) <= offset) {
            return Optional.empty();
        }
        consumer.seek(partition, offset);
        for (int i = 0; i < POLLS && consumer.position(partition) <= offset; i++) {
            for (ConsumerRecord<String, byte[]> found : consumer.poll(POLL)) {
                return Optional.of(found).filter(record -> record.offset() == offset);
            }
        }
        if (consumer.position(partition) <= offset) {
            throw new InfrastructureException(
                    partition + " gives nothing at " + offset, Duration.ZERO);
        }
        return Optional.empty();
    }

    /** Where a partition ends now; throws as {@link #read} does. */
    public long end(int partition) {
        return raw.ask(
                consumer -> RawConsumer.end(consumer, new TopicPartition(Topics.RAW, partition)));
    }

    @Override
    public void close() {
        raw.close();
    }
}
