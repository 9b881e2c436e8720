package dev.pressline.kit.kafka;

import dev.pressline.kit.failure.InfrastructureException;
import dev.pressline.kit.failure.StoppedException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/**
 * A topic that is followed without a group: read from its beginning, and each time asked for on to
 * where it ends then. Connects when first used. Thread-safe.
 */
public final class TopicTail implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);

    private final String topic;
    private final Supplier<Consumer<String, byte[]>> connect;
    private volatile Optional<Consumer<String, byte[]>> connected = Optional.empty();
    private volatile boolean closed;

    TopicTail(String topic, Supplier<Consumer<String, byte[]>> connect) {
        this.topic = topic;
        this.connect = connect;
    }

    /**
     * Hands everything that was written since the last time to {@code reader}, in order within each
     * partition. Throws {@link InfrastructureException} when the brokers do not answer; what was
     * handed over is not handed over again. Throws {@link StoppedException} when it is closed.
     */
    public synchronized void catchUp(
            java.util.function.Consumer<ConsumerRecord<String, byte[]>> reader) {
        if (closed) {
            throw new StoppedException();
        }
        try {
            Consumer<String, byte[]> consumer = consumer();
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(reader);
            }
        } catch (WakeupException e) {
            throw new StoppedException();
        } catch (KafkaException e) {
            throw new InfrastructureException(topic + " cannot be read: " + e.getMessage(), e);
        }
    }

    private Consumer<String, byte[]> consumer() {
        if (connected.isEmpty()) {
            connected = Optional.of(connect.get());
        }
        if (closed) {
            throw new StoppedException();
        }
        Consumer<String, byte[]> consumer = connected.get();
        if (consumer.assignment().isEmpty()) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(info -> new TopicPartition(topic, info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
        }
        return consumer;
    }

    @Override
    public void close() {
        closed = true;
        connected.ifPresent(Consumer::wakeup);
        disconnect();
    }

    private synchronized void disconnect() {
        connected.ifPresent(Closing::close);
    }
}
