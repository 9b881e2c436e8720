package dev.pressline.kit.kafka;

import dev.pressline.kit.failure.InfrastructureException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.KafkaException;

/**
 * A consumer without a group that is connected when it is first asked, and again after a failure.
 * Thread-safe: one question at a time.
 */
public final class LazyConsumer<K, V> implements AutoCloseable {

    private final String what;
    private final Supplier<Consumer<K, V>> connect;
    private final ReentrantLock lock = new ReentrantLock();
    private Optional<Consumer<K, V>> connected = Optional.empty();

    /** One that {@code connect} connects; {@code what} says in errors what it reads. */
    public LazyConsumer(String what, Supplier<Consumer<K, V>> connect) {
        this.what = what;
        this.connect = connect;
    }

    /**
     * The settings of a consumer that belongs to no group, commits nothing and begins at the
     * earliest offset, with those of the client given (bootstrap servers, security).
     */
    public static Map<String, Object> settings(Map<String, Object> client) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return settings;
    }

    /** Asks; throws {@link InfrastructureException} when the brokers do not answer. */
    public <T> T ask(Function<Consumer<K, V>, T> question) {
        lock.lock();
        try {
            Consumer<K, V> consumer = connected.orElseGet(connect);
            connected = Optional.of(consumer);
            return question.apply(consumer);
        } catch (KafkaException e) {
            disconnect();
            throw new InfrastructureException(what + " cannot be read: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            disconnect();
            throw e;
        } finally {
            lock.unlock();
        }
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
        connected.ifPresent(Closing::close);
        connected = Optional.empty();
    }
}
