package dev.pressline.testing.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.event.DeadLetterHeaders;
import dev.pressline.contract.event.DidPartitioner;
import dev.pressline.contract.event.EnvelopeHeaders;
import dev.pressline.contract.event.Generation;
import dev.pressline.contract.event.Topics;
import dev.pressline.kit.kafka.EventProducer;
import dev.pressline.kit.kafka.TopicProbe;
import dev.pressline.kit.kafka.TopicReplay;
import dev.pressline.kit.stage.LetterOrigin;
import dev.pressline.kit.stage.QueueTail;
import dev.pressline.kit.stage.SentLetters;
import dev.pressline.local.embedded.EmbeddedKafka;
import dev.pressline.local.embedded.TopicSetup;
import dev.pressline.local.watch.TopicReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The producer and the probe of the kit on a real broker. */
class BrokerTest {

    private static final List<String> ACCOUNTS =
            List.of("did:web:a.example", "did:web:b.example", "did:web:c.example");

    @TempDir static Path directory;

    private static EmbeddedKafka kafka;
    private static Admin admin;
    private static EventProducer producer;

    @BeforeAll
    static void start() {
        kafka = EmbeddedKafka.start(directory);
        admin = kafka.admin();
        TopicSetup.SINGLE_NODE.create(admin);
        producer = EventProducer.connect(settings(), Generation.FIRST);
    }

    @AfterAll
    static void stop() {
        producer.close();
        admin.close();
        kafka.close();
    }

    @Test
    void events_sent_areThereInOrderOnThePartitionOfTheirAccount() {
        // Given
        List<ProducerRecord<String, byte[]>> events =
                IntStream.range(0, 300)
                        .mapToObj(i -> event(ACCOUNTS.get(i % ACCOUNTS.size()), i))
                        .toList();

        // When
        producer.sendAll(events);

        // Then
        List<ConsumerRecord<String, byte[]>> read = read(Topics.RAW);
        assertThat(read).hasSize(events.size());
        for (String account : ACCOUNTS) {
            List<ConsumerRecord<String, byte[]>> own =
                    read.stream().filter(event -> event.key().contains(account)).toList();
            assertThat(own)
                    .extracting(ConsumerRecord::partition)
                    .containsOnly(DidPartitioner.partition(account, Topics.DEFAULT_PARTITIONS));
            assertThat(own).extracting(BrokerTest::number).isSorted().hasSize(100);
        }
    }

    @Test
    void event_ofTheLargestInlineValue_isTaken() {
        // Given
        byte[] value = new byte[Topics.MAX_INLINE_VALUE];
        new java.util.Random(7).nextBytes(value);

        // When
        producer.sendAll(List.of(new ProducerRecord<>(Topics.RENDERED, "index.html", value)));

        // Then
        assertThat(read(Topics.RENDERED))
                .hasSize(1)
                .allSatisfy(event -> assertThat(event.value()).isEqualTo(value));
    }

    @Test
    void partitions_ofATopic_areCounted() {
        assertThat(producer.partitions(Topics.FEEDS)).isEqualTo(Topics.DEFAULT_PARTITIONS);
    }

    @Test
    void probe_ofTopics_namesWhatIsMissing() {
        TopicProbe probe = new TopicProbe(admin);

        assertThat(probe.missing(Topics.COMPACTED)).isEmpty();
        assertThat(probe.missing(Topics.DEAD_LETTERS)).isEmpty();
        assertThat(probe.missing(List.of(Topics.RAW, "pressline.nowhere.v1")))
                .hasValueSatisfying(text -> assertThat(text).contains("pressline.nowhere.v1"));
    }

    @Test
    void queue_readAgainAndAgain_tellsTheOriginsOfItsLetters() {
        // Given
        String queue = Topics.deadLetters(Topics.RAW, "normalize");
        SentLetters sent = QueueTail.of(new TopicReplay(settings(), Generation.FIRST), queue);
        List<String> keys = List.of(ACCOUNTS.getFirst());
        Set<LetterOrigin> before = sent.near(keys);

        // When
        producer.sendAll(List.of(letter(queue, 7), letter(queue, 8)));
        Set<LetterOrigin> first = sent.near(keys);
        producer.sendAll(List.of(letter(queue, 9)));
        Set<LetterOrigin> second = sent.near(keys);

        // Then
        assertThat(before).isEmpty();
        assertThat(first).containsExactlyInAnyOrder(origin(7), origin(8));
        assertThat(second).containsExactlyInAnyOrder(origin(7), origin(8), origin(9));
    }

    private static LetterOrigin origin(int offset) {
        return new LetterOrigin("0", Integer.toString(offset));
    }

    private static ProducerRecord<String, byte[]> letter(String queue, int offset) {
        ProducerRecord<String, byte[]> letter =
                new ProducerRecord<>(queue, ACCOUNTS.getFirst(), new byte[] {1});
        EnvelopeHeaders.add(letter.headers(), DeadLetterHeaders.PARTITION, "0");
        EnvelopeHeaders.add(letter.headers(), DeadLetterHeaders.OFFSET, Integer.toString(offset));
        return letter;
    }

    private static Map<String, Object> settings() {
        return Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
    }

    private static ProducerRecord<String, byte[]> event(String account, int number) {
        String key = "at://" + account + "/site.standard.document/" + number;
        return new ProducerRecord<>(
                Topics.RAW, key, Integer.toString(number).getBytes(StandardCharsets.UTF_8));
    }

    private static int number(ConsumerRecord<String, byte[]> event) {
        return Integer.parseInt(new String(event.value(), StandardCharsets.UTF_8));
    }

    private static List<ConsumerRecord<String, byte[]>> read(String topic) {
        List<ConsumerRecord<String, byte[]>> events = new ArrayList<>();
        TopicReader.read(kafka.bootstrapServers(), List.of(topic), events::add);
        return events;
    }
}
