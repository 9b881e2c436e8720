package dev.pressline.local.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.event.Generation;
import dev.pressline.contract.event.Topics;
import dev.pressline.local.embedded.EmbeddedKafka;
import dev.pressline.local.embedded.TopicSetup;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransactionsTest {

    private static final TopicPartition JOBS = new TopicPartition(Topics.JOBS, 0);
    private static final TopicPartition RAW = new TopicPartition(Topics.RAW, 0);
    private static final String DEAD = Topics.deadLetters(Topics.NORMALIZED, "render-index");

    @TempDir static Path directory;

    private static EmbeddedKafka kafka;
    private static KafkaAccess access;

    @BeforeAll
    static void start() throws Exception {
        kafka = EmbeddedKafka.start(directory);
        access = KafkaAccess.at(kafka.bootstrapServers());
        try (Admin admin = kafka.admin()) {
            new TopicSetup(1, (short) 1).create(admin);
        }
        try (KafkaProducer<String, byte[]> producer = producer()) {
            producer.initTransactions();
            producer.beginTransaction();
            send(producer, Topics.JOBS, "page");
            send(producer, Topics.JOBS, "feed");
            send(producer, DEAD, "committed");
            producer.commitTransaction();
            producer.beginTransaction();
            send(producer, DEAD, "aborted");
            producer.flush();
            producer.abortTransaction();
        }
    }

    private static KafkaProducer<String, byte[]> producer() {
        Map<String, Object> config =
                access.with(Map.of(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "test"));
        return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    private static void send(KafkaProducer<String, byte[]> producer, String topic, String key) {
        producer.send(new ProducerRecord<>(topic, 0, key, new byte[] {1}));
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    void count_rangesWithMarks_countsRecordsAlone() {
        // Given
        Transactions transactions = new Transactions(access, Generation.FIRST);
        Range all = new Range(JOBS, 0, 3);
        Range mark = new Range(JOBS, 2, 3);

        // When
        Map<Range, Long> first = transactions.count(List.of(all));
        Map<Range, Long> second = transactions.count(List.of(mark));
        Map<Range, Long> again = transactions.count(List.of(mark));

        // Then
        assertThat(first).containsExactly(Map.entry(all, 2L));
        assertThat(second).containsExactly(Map.entry(mark, 0L));
        assertThat(again).isEqualTo(second);
    }

    @Test
    void count_transactionThatWasGivenUp_countsNothing() {
        // Given
        Range aborted = new Range(new TopicPartition(DEAD, 0), 2, 4);

        // When
        Map<Range, Long> counts =
                new Transactions(access, Generation.FIRST).count(List.of(aborted));

        // Then
        assertThat(counts).containsExactly(Map.entry(aborted, 0L));
    }

    @Test
    void count_transactionThatIsOpen_countsItAsToBeDone() {
        try (KafkaProducer<String, byte[]> producer = producer()) {
            // Given
            producer.initTransactions();
            producer.beginTransaction();
            send(producer, Topics.FEEDS, "open");
            producer.flush();
            Range open = new Range(new TopicPartition(Topics.FEEDS, 0), 0, 1);

            // When
            Map<Range, Long> counts =
                    new Transactions(access, Generation.FIRST).count(List.of(open));

            // Then
            assertThat(counts).containsExactly(Map.entry(open, 1L));
            producer.abortTransaction();
        }
    }

    @Test
    void count_topicWithoutTransactions_countsOffsets() {
        // Given
        Range range = new Range(RAW, 3, 10);

        // When
        Map<Range, Long> counts = new Transactions(access, Generation.FIRST).count(List.of(range));

        // Then
        assertThat(counts).containsExactly(Map.entry(range, 7L));
    }

    @Test
    void read_topicWithAnAbortedTransaction_handsOnWhatIsCommitted() {
        // Given
        List<String> keys = new ArrayList<>();

        // When
        TopicReader.read(access, List.of(DEAD), each -> keys.add(each.key()));

        // Then
        assertThat(keys).containsExactly("committed");
    }
}
