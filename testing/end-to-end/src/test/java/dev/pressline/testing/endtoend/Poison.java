package dev.pressline.testing.endtoend;

import dev.pressline.contract.event.Topics;
import dev.pressline.local.watch.TopicReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What no step can read, and what becomes of it. Stateless. */
final class Poison {

    /** The value. */
    static final String TEXT = "{poison";

    private Poison() {}

    /** Sends it to every topic that a step of the pipeline reads. */
    static void send(String servers) {
        Map<String, Object> settings = Map.of("bootstrap.servers", servers);
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (String topic : List.of(Topics.RAW, Topics.NORMALIZED, Topics.JOBS)) {
                producer.send(
                        new ProducerRecord<>(
                                topic, "poison", TEXT.getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    /** Whether every dead-letter queue has something. */
    static boolean isInEveryQueue(String servers) {
        Set<String> queues = new HashSet<>();
        TopicReader.read(servers, Topics.DEAD_LETTERS, letter -> queues.add(letter.topic()));
        return queues.containsAll(Topics.DEAD_LETTERS);
    }
}
