package dev.pressline.ingest.cursor;

import dev.pressline.contract.event.DidPartitioner;
import dev.pressline.contract.identifier.Did;
import dev.pressline.kit.failure.InfrastructureException;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads a compacted topic from its beginning to where it ended when reading began, without a group;
 * what others write meanwhile is not waited for. Thread-safe.
 */
@ApplicationScoped
public class TopicReplay {

    private static final Duration POLL = Duration.ofMillis(500);

    /** Looks at one event after another. */
    @FunctionalInterface
    public interface Seen {

        /** Looks at an event; its value is null for a deletion. */
        void event(ConsumerRecord<String, byte[]> event);
    }

    private final Map<String, Object> settings;

    TopicReplay(@Identifier("default-kafka-broker") Map<String, Object> settings) {
        this.settings = settings;
    }

    /**
     * The last value of each key that has one, in order of arrival per partition. Throws {@link
     * InfrastructureException} when the brokers do not answer.
     */
    public Map<String, byte[]> lastValues(String topic) {
        return reading(topic, consumer -> lastValues(consumer, topic));
    }

    /**
     * Shows every event of the partition that holds an account, in its order. Throws {@link
     * InfrastructureException} when the brokers do not answer.
     */
    public void ofAccount(String topic, Did did, Seen seen) {
        reading(
                topic,
                consumer -> {
                    int all = consumer.partitionsFor(topic).size();
                    int own = DidPartitioner.partition(did.value(), all);
                    replay(consumer, List.of(new TopicPartition(topic, own)), seen);
                    return true;
                });
    }

    private <T> T reading(String topic, Function<Consumer<String, byte[]>, T> work) {
        Map<String, Object> config = new HashMap<>(settings);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        try (Consumer<String, byte[]> consumer =
                new KafkaConsumer<>(
                        config, new StringDeserializer(), new ByteArrayDeserializer())) {
            return work.apply(consumer);
        } catch (KafkaException e) {
            throw new InfrastructureException(topic + " cannot be read: " + e.getMessage(), e);
        }
    }

    static Map<String, byte[]> lastValues(Consumer<String, byte[]> consumer, String topic) {
        Map<String, byte[]> values = new LinkedHashMap<>();
        List<TopicPartition> partitions =
                consumer.partitionsFor(topic).stream()
                        .map(p -> new TopicPartition(topic, p.partition()))
                        .toList();
        replay(consumer, partitions, event -> keep(values, event));
        return values;
    }

    private static void replay(
            Consumer<String, byte[]> consumer, List<TopicPartition> partitions, Seen seen) {
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream()
                .anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
            consumer.poll(POLL).forEach(seen::event);
        }
    }

    private static void keep(Map<String, byte[]> values, ConsumerRecord<String, byte[]> event) {
        if (event.key() == null) {
            return;
        }
        if (event.value() == null) {
            values.remove(event.key());
        } else {
            values.put(event.key(), event.value());
        }
    }
}
