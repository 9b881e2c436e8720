package dev.pressline.kit.kafka;

import dev.pressline.contract.event.DidPartitioner;
import dev.pressline.contract.event.Generation;
import dev.pressline.contract.identifier.Did;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads compacted topics from their beginning to where they ended when reading began, without a
 * group; what others write meanwhile is not waited for. Throws {@link
 * dev.pressline.kit.failure.InfrastructureException} when the brokers do not answer. Topics are
 * named as in the first generation, and reached as its own has them. Thread-safe.
 */
@ApplicationScoped
public class TopicReplay {

    private static final Duration POLL = Duration.ofMillis(500);

    private final Map<String, Object> settings;
    private final Generation own;

    /** Connects with the client settings given, for the generation given. */
    public TopicReplay(
            @Identifier("default-kafka-broker") Map<String, Object> settings, Generation own) {
        this.settings = settings;
        this.own = own;
    }

    /** Hands every record of a topic to {@code reader}, in order within each partition. */
    public void replay(
            String topic, java.util.function.Consumer<ConsumerRecord<String, byte[]>> reader) {
        withConsumer(
                topic,
                consumer -> {
                    replay(consumer, own.topic(topic), reader);
                    return true;
                });
    }

    /** Hands every record of these partitions to {@code reader}, in order within each. */
    public void replay(
            Collection<TopicPartition> partitions,
            java.util.function.Consumer<ConsumerRecord<String, byte[]>> reader) {
        withConsumer(
                partitions.toString(),
                consumer -> {
                    read(consumer, partitions.stream().map(this::own).toList(), reader);
                    return true;
                });
    }

    /**
     * Hands every record of these partitions, each from an offset on, to {@code reader}, in order
     * within each.
     */
    public void replayFrom(
            Map<TopicPartition, Long> offsets,
            java.util.function.Consumer<ConsumerRecord<String, byte[]>> reader) {
        Map<TopicPartition, Long> own =
                offsets.entrySet().stream()
                        .collect(Collectors.toMap(e -> own(e.getKey()), Map.Entry::getValue));
        withConsumer(
                own.keySet().toString(),
                consumer -> {
                    read(consumer, own, reader);
                    return true;
                });
    }

    /** Hands every record of the partition that holds an account to {@code reader}, in order. */
    public void ofAccount(
            String topic,
            Did did,
            java.util.function.Consumer<ConsumerRecord<String, byte[]>> reader) {
        withConsumer(
                topic,
                consumer -> {
                    String name = own.topic(topic);
                    int all = consumer.partitionsFor(name).size();
                    int partition = DidPartitioner.partition(did.value(), all);
                    read(consumer, List.of(new TopicPartition(name, partition)), reader);
                    return true;
                });
    }

    /** Follows a topic; the caller closes it. */
    public TopicTail tail(String topic) {
        return tail(own, topic);
    }

    /** Follows a topic of another generation; the caller closes it. */
    public TopicTail tail(Generation generation, String topic) {
        return new TopicTail(generation.topic(topic), this::connect);
    }

    /** Reads single partitions of a topic on and on; opens nothing before it is used. */
    public PartitionTail partitionTail(String topic) {
        return new PartitionTail(this::connect, own.topic(topic));
    }

    private TopicPartition own(TopicPartition partition) {
        return new TopicPartition(own.topic(partition.topic()), partition.partition());
    }

    /** The same, of which the first time no more than the last {@code most} offsets are read. */
    public PartitionTail partitionTail(String topic, long most) {
        return new PartitionTail(this::connect, own.topic(topic), most);
    }

    private <T> T withConsumer(String what, Function<Consumer<String, byte[]>, T> reading) {
        try (LazyConsumer<String, byte[]> consumer = new LazyConsumer<>(what, this::connect)) {
            return consumer.ask(reading);
        }
    }

    private Consumer<String, byte[]> connect() {
        return new KafkaConsumer<>(
                LazyConsumer.settings(settings),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    static void replay(
            Consumer<String, byte[]> consumer,
            String topic,
            java.util.function.Consumer<ConsumerRecord<String, byte[]>> reader) {
        List<TopicPartition> partitions =
                consumer.partitionsFor(topic).stream()
                        .map(p -> new TopicPartition(topic, p.partition()))
                        .toList();
        read(consumer, partitions, reader);
    }

    private static void read(
            Consumer<String, byte[]> consumer,
            Collection<TopicPartition> partitions,
            java.util.function.Consumer<ConsumerRecord<String, byte[]>> reader) {
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        readToEnd(consumer, reader);
    }

    static void read(
            Consumer<String, byte[]> consumer,
            Map<TopicPartition, Long> from,
            java.util.function.Consumer<ConsumerRecord<String, byte[]>> reader) {
        consumer.assign(from.keySet());
        from.forEach(consumer::seek);
        readToEnd(consumer, reader);
    }

    private static void readToEnd(
            Consumer<String, byte[]> consumer,
            java.util.function.Consumer<ConsumerRecord<String, byte[]>> reader) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream()
                .anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
            consumer.poll(POLL).forEach(reader);
        }
    }
}
