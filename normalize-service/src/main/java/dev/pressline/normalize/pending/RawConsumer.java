package dev.pressline.normalize.pending;

import dev.pressline.kit.failure.InfrastructureException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/**
 * A consumer without a group that is connected when it is first asked, and again after a failure.
 * Thread-safe: one question at a time.
 */
final class RawConsumer implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(RawConsumer.class);

    private final Supplier<Consumer<String, byte[]>> connect;
    private final ReentrantLock lock = new ReentrantLock();
    private Optional<Consumer<String, byte[]>> connected = Optional.empty();

    RawConsumer(Supplier<Consumer<String, byte[]>> connect) {
        this.connect = connect;
    }

    /** Connects with the client settings given (bootstrap servers, security), ours on top. */
    static Supplier<Consumer<String, byte[]>> connecting(
            Map<String, Object> clientSettings, Map<String, Object> ours) {
        Map<String, Object> settings = new HashMap<>(clientSettings);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.putAll(ours);
        return () ->
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** Asks; throws {@link InfrastructureException} when the brokers do not answer. */
    <T> T ask(Function<Consumer<String, byte[]>, T> question) {
        lock.lock();
        try {
            Consumer<String, byte[]> consumer = connected.orElseGet(connect);
            connected = Optional.of(consumer);
            return question.apply(consumer);
        } catch (KafkaException e) {
            disconnect();
            throw new InfrastructureException("a raw record cannot be read: " + e.getMessage(), e);
        } finally {
            lock.unlock();
        }
    }

    /** Where a partition ends now. */
    static long end(Consumer<String, byte[]> consumer, TopicPartition partition) {
        return consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
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
