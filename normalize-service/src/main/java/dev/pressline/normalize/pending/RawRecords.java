package dev.pressline.normalize.pending;

import dev.pressline.contract.event.Topics;
import dev.pressline.kit.failure.InfrastructureException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/**
 * Reads single records of {@code pressline.raw.v1} at their coordinates, without a group, one at a
 * time. Thread-safe.
 */
public final class RawRecords implements RawSource, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(RawRecords.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int POLLS = 20;

    private final Supplier<Consumer<String, byte[]>> connect;
    private final ReentrantLock lock = new ReentrantLock();
    private Optional<Consumer<String, byte[]>> connected = Optional.empty();

    RawRecords(Supplier<Consumer<String, byte[]>> connect) {
        this.connect = connect;
    }

    /** Reads with the client settings given (bootstrap servers, security). */
    public static RawRecords of(Map<String, Object> clientSettings) {
        Map<String, Object> settings = new HashMap<>(clientSettings);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 1);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return new RawRecords(
                () ->
                        new KafkaConsumer<>(
                                settings, new StringDeserializer(), new ByteArrayDeserializer()));
    }

    @Override
    public Optional<ConsumerRecord<String, byte[]>> read(int partition, long offset) {
        lock.lock();
        try {
            Consumer<String, byte[]> consumer = connected.orElseGet(connect);
            connected = Optional.of(consumer);
            return read(consumer, new TopicPartition(Topics.RAW, partition), offset);
        } catch (KafkaException e) {
            disconnect();
            throw new InfrastructureException("a raw record cannot be read: " + e.getMessage(), e);
        } finally {
            lock.unlock();
        }
    }

    private static Optional<ConsumerRecord<String, byte[]>> read(
            Consumer<String, byte[]> consumer, TopicPartition partition, long offset) {
        consumer.assign(List.of(partition));
        if (consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L) <= offset) {
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

    @Override
    public void close() {
        lock.lock();
        try {
            disconnect();
        } finally {
            lock.unlock();
        }
    }

    private void disconnect() {
        try {
            connected.ifPresent(Consumer::close);
        } catch (KafkaException e) {
            LOG.debugf("a consumer did not close in good order: %s", e.getMessage());
        } finally {
            connected = Optional.empty();
        }
    }
}
