package dev.pressline.local.watch;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads topics from their beginning to the end that they had when it began, without what no
 * transaction has committed. Stateless.
 */
public final class TopicReader {

    private static final Duration POLL = Duration.ofMillis(200);

    private TopicReader() {}

    /** The same, of brokers that ask for nothing. */
    public static void read(
            String bootstrapServers,
            List<String> topics,
            Consumer<ConsumerRecord<String, byte[]>> reader) {
        read(KafkaAccess.at(bootstrapServers), topics, reader);
    }

    /** Hands every record of the topics to {@code reader}, in order within each partition. */
    public static void read(
            KafkaAccess kafka,
            List<String> topics,
            Consumer<ConsumerRecord<String, byte[]>> reader) {
        try (KafkaConsumer<String, byte[]> consumer = consumer(kafka)) {
            List<TopicPartition> partitions =
                    topics.stream()
                            .flatMap(topic -> consumer.partitionsFor(topic).stream())
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            readToEnd(consumer, consumer.endOffsets(partitions), reader);
        }
    }

    /**
     * How many records each range holds that are to be read: none of a transaction that was given
     * up, and all offsets that one which is open has taken.
     */
    static Map<Range, Long> count(KafkaAccess kafka, List<Range> ranges) {
        Map<TopicPartition, Long> counts = new HashMap<>();
        try (KafkaConsumer<String, byte[]> consumer = consumer(kafka)) {
            List<TopicPartition> partitions = ranges.stream().map(Range::partition).toList();
            Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
            consumer.assign(partitions);
            for (Range range : ranges) {
                TopicPartition partition = range.partition();
                long decided = Math.clamp(end(ends, partition), range.from(), range.to());
                consumer.seek(partition, range.from());
                ends.put(partition, decided);
                counts.put(partition, range.to() - decided);
            }
            readToEnd(consumer, ends, each -> counts.merge(partition(each), 1L, Long::sum));
        }
        return ranges.stream()
                .collect(
                        Collectors.toMap(
                                range -> range,
                                range -> counts.getOrDefault(range.partition(), 0L)));
    }

    private static KafkaConsumer<String, byte[]> consumer(KafkaAccess kafka) {
        Map<String, Object> config =
                kafka.with(
                        Map.of(
                                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                                false,
                                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                                "earliest",
                                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                                "read_committed"));
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private static TopicPartition partition(ConsumerRecord<String, byte[]> received) {
        return new TopicPartition(received.topic(), received.partition());
    }

    private static void readToEnd(
            KafkaConsumer<String, byte[]> consumer,
            Map<TopicPartition, Long> ends,
            Consumer<ConsumerRecord<String, byte[]>> reader) {
        Set<TopicPartition> open = new HashSet<>(ends.keySet());
        while (true) {
            open.removeIf(partition -> consumer.position(partition) >= end(ends, partition));
            if (open.isEmpty()) {
                return;
            }
            for (ConsumerRecord<String, byte[]> received : consumer.poll(POLL)) {
                if (received.offset() < end(ends, partition(received))) {
                    reader.accept(received);
                }
            }
        }
    }

    private static long end(Map<TopicPartition, Long> ends, TopicPartition partition) {
        return ends.getOrDefault(partition, 0L);
    }
}
