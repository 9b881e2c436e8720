package dev.pressline.local.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.event.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {

    @TempDir Path directory;

    @Test
    void broker_closedAndStartedAgain_keepsItsIdAndItsRecords() throws Exception {
        // Given
        String clusterId;
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory)) {
            clusterId = kafka.clusterId();
            createTopics(kafka);
            send(kafka, "kept");
        }

        // When
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory)) {

            // Then
            assertThat(kafka.clusterId()).isEqualTo(clusterId);
            assertThat(read(kafka)).containsExactly("kept");
        }
    }

    @Test
    void broker_killed_keepsWhatItAcknowledged() throws Exception {
        // Given
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory)) {
            createTopics(kafka);
            send(kafka, "acknowledged");

            // When
            kafka.process().kill();
        }

        // Then
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory)) {
            assertThat(read(kafka)).containsExactly("acknowledged");
        }
    }

    @Test
    void broker_signalledByTheTerminal_leavesThatToItsParent() throws Exception {
        // Given
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory)) {
            // When
            String broker = Long.toString(kafka.process().pid());
            new ProcessBuilder("kill", "-HUP", broker).start().waitFor();
            new ProcessBuilder("kill", "-INT", broker).start().waitFor();
            createTopics(kafka);

            // Then
            assertThat(kafka.process().alive()).isTrue();
        }
    }

    @Test
    void topics_createdTwice_haveTheSettingsOfTheirPromises() throws Exception {
        // Given
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory);
                Admin admin = kafka.admin()) {
            // When
            TopicSetup.SINGLE_NODE.create(admin);
            TopicSetup.SINGLE_NODE.create(admin);

            // Then
            assertThat(admin.listTopics().names().get())
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.of(Topics.COMPACTED, Topics.DEAD_LETTERS)
                                    .flatMap(List::stream)
                                    .toList());
            assertThat(setting(admin, Topics.RAW, "cleanup.policy")).isEqualTo("compact");
            assertThat(setting(admin, Topics.DEAD_LETTERS.getFirst(), "cleanup.policy"))
                    .isEqualTo("delete");
        }
    }

    private static String setting(Admin admin, String topic, String name) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return admin.describeConfigs(List.of(resource)).all().get().get(resource).get(name).value();
    }

    private static void createTopics(EmbeddedKafka kafka) {
        try (Admin admin = kafka.admin()) {
            new TopicSetup(1, (short) 1).create(admin);
        }
    }

    private static void send(EmbeddedKafka kafka, String value) throws Exception {
        Map<String, Object> config =
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(Topics.RAW, "key", value)).get();
        }
    }

    private static List<String> read(EmbeddedKafka kafka) {
        Map<String, Object> config =
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        TopicPartition partition = new TopicPartition(Topics.RAW, 0);
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            return StreamSupport.stream(consumer.poll(Duration.ofSeconds(20)).spliterator(), false)
                    .map(received -> received.value())
                    .toList();
        }
    }
}
