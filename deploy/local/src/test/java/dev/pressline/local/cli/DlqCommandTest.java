package dev.pressline.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.event.DeadLetterHeaders;
import dev.pressline.contract.event.Topics;
import dev.pressline.local.embedded.EmbeddedKafka;
import dev.pressline.local.embedded.TopicSetup;
import dev.pressline.local.watch.TopicReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DlqCommandTest {

    private static final String RAW_QUEUE = Topics.deadLetters(Topics.RAW, "normalize");
    private static final String JOB_QUEUE = Topics.deadLetters(Topics.JOBS, "render-press");
    private static final String ADA = "at://did:plc:ada/site.standard.document/one";
    private static final String BOB = "at://did:plc:bob/site.standard.document/two";

    @TempDir static Path directory;

    private static EmbeddedKafka kafka;
    private static KafkaProducer<String, byte[]> producer;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final StringWriter errors = new StringWriter();

    @BeforeAll
    static void start() throws Exception {
        kafka = EmbeddedKafka.start(directory);
        try (Admin admin = kafka.admin()) {
            new TopicSetup(2, (short) 1).create(admin);
        }
        producer =
                new KafkaProducer<>(
                        Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers()),
                        new StringSerializer(),
                        new ByteArraySerializer());
        deadLetter(RAW_QUEUE, ADA, "too-deep", "1.0", Topics.RAW + "-1@7");
        deadLetter(RAW_QUEUE, BOB, "too-deep", "1.1", Topics.RAW + "-0@8");
        deadLetter(RAW_QUEUE, "somewhere", "odd", "1.1", "nowhere");
        deadLetter(JOB_QUEUE, "document/old/", "broken", "1.1", Topics.JOBS + "-0@-1");
        deadLetter(JOB_QUEUE, "document/last/", "broken", "1.1", Topics.JOBS + "-0@5");
        producer.send(new ProducerRecord<>(Topics.JOBS, 0, "document/old/", new byte[1])).get();
        producer.send(new ProducerRecord<>(Topics.JOBS, 0, "document/last/", new byte[1])).get();
    }

    @AfterAll
    static void stop() {
        producer.close();
        kafka.close();
    }

    private static void deadLetter(
            String queue, String key, String reason, String version, String origin)
            throws Exception {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(queue, key, ("value of " + key).getBytes(UTF_8));
        header(record, "ce_id", "1");
        header(record, DeadLetterHeaders.REASON, reason);
        header(record, DeadLetterHeaders.CAUSE, "a cause\u0007 in words");
        header(record, DeadLetterHeaders.VERSION, version);
        if (origin.contains("@")) {
            int at = origin.indexOf('@');
            int dash = origin.lastIndexOf('-', at - 2);
            header(record, DeadLetterHeaders.TOPIC, origin.substring(0, dash));
            header(record, DeadLetterHeaders.PARTITION, origin.substring(dash + 1, at));
            header(record, DeadLetterHeaders.OFFSET, origin.substring(at + 1));
        }
        producer.send(record).get();
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(UTF_8));
    }

    private static List<ConsumerRecord<String, byte[]>> records(String topic) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        TopicReader.read(kafka.bootstrapServers(), List.of(topic), records::add);
        return records;
    }

    private int execute(String... words) {
        return executeAlone(
                Stream.concat(
                                Stream.of(words),
                                Stream.of("--bootstrap-servers", kafka.bootstrapServers()))
                        .toArray(String[]::new));
    }

    private int executeAlone(String... words) {
        output.reset();
        Terminal terminal = new Terminal(new PrintStream(output, true, UTF_8), Map.of());
        CommandLine command = Pressline.commandLine(terminal, Map.of());
        command.setErr(new PrintWriter(errors));
        return command.execute(words);
    }

    private String text() {
        return output.toString(UTF_8);
    }

    private static @Nullable String header(ConsumerRecord<String, byte[]> record, String name) {
        return record.headers().lastHeader(name) == null
                ? null
                : new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    @Test
    @Order(1)
    void list_ofDeadLetters_countsByQueueAndReason() {
        // When
        int code = execute("dlq");

        // Then
        assertThat(code).isZero();
        assertThat(text())
                .containsPattern("normalize\\.dlq +too-deep +2")
                .containsPattern("render-press\\.dlq +broken +2")
                .doesNotContain("done with");
    }

    @Test
    @Order(2)
    void brokers_namedBeforeWhatToDo_areTheOnesAsked() {
        // When
        int code = executeAlone("dlq", "--bootstrap-servers", kafka.bootstrapServers(), "show");

        // Then
        assertThat(code).isZero();
        assertThat(text()).contains("too-deep");
    }

    @Test
    @Order(2)
    void show_ofOneReason_saysWhatWhyAndWhence() {
        // When
        execute("dlq", "show", "--reason", "too-deep", "--limit", "1");

        // Then
        assertThat(text())
                .contains("did:plc:", "cause  a cause. in words", "from   " + Topics.RAW)
                .contains("and 1 more");
    }

    @Test
    @Order(3)
    void replay_withoutASelectionOrDry_changesNothing() {
        // When
        int nothingSaid = execute("dlq", "replay");
        int dry = execute("dlq", "replay", "--all", "--dry-run");

        // Then
        assertThat(nothingSaid).isEqualTo(64);
        assertThat(errors.toString()).contains("--reason").contains("--all");
        assertThat(dry).isZero();
        assertThat(text()).contains("dry run: 3 replayed, 1 superseded", "1 cannot be replayed");
        assertThat(records(Topics.RAW)).isEmpty();
        assertThat(records(Topics.HANDLED)).isEmpty();
    }

    @Test
    @Order(4)
    void replay_ofOneVersion_sendsTheRecordOnceWithItsOwnHeadersWhereItWas() {
        // When
        execute("dlq", "replay", "--service-version", "1.0");
        execute("dlq", "replay", "--service-version", "1.0");

        // Then
        assertThat(text()).contains("nothing to do");
        assertThat(records(Topics.RAW))
                .singleElement()
                .satisfies(
                        record -> {
                            assertThat(record.partition()).isEqualTo(1);
                            assertThat(record.key()).isEqualTo(ADA);
                            assertThat(new String(record.value(), UTF_8))
                                    .isEqualTo("value of " + ADA);
                            assertThat(header(record, "ce_id")).isEqualTo("1");
                            assertThat(record.headers()).hasSize(1);
                        });
    }

    @Test
    @Order(5)
    void replay_ofJobs_leavesOutThoseThatALaterOneReplaced() {
        // When
        execute("dlq", "replay", "--queue", JOB_QUEUE);

        // Then
        assertThat(text()).contains("1 replayed, 1 superseded");
        assertThat(records(Topics.JOBS))
                .extracting(ConsumerRecord::key)
                .containsExactlyInAnyOrder("document/old/", "document/last/", "document/last/");
    }

    @Test
    @Order(6)
    void discard_ofAKey_putsItAsideAndStillShowsItWhenAsked() {
        // When
        execute("dlq", "discard", "--key", "at://did:plc:bob");
        execute("dlq", "show", "--reason", "too-deep");
        String open = text();
        execute("dlq", "show", "--reason", "too-deep", "--handled");

        // Then
        assertThat(open).contains("no dead letters");
        assertThat(text()).contains("replayed").contains("discarded").contains(BOB);
        assertThat(records(Topics.RAW)).extracting(ConsumerRecord::key).doesNotContain(BOB);
    }

    @Test
    @Order(7)
    void list_afterAll_hasWhatNobodyCouldDoAndTheSumOfTheRest() {
        // When
        execute("dlq", "replay", "--all");
        execute("dlq", "list");

        // Then
        assertThat(text())
                .containsPattern("normalize\\.dlq +odd +1")
                .doesNotContain("too-deep")
                .contains("done with: 2 replayed, 1 discarded, 1 superseded");
    }

    @Test
    @Order(8)
    void settings_ofAFile_areThoseOfTheClients() throws Exception {
        // Given
        Path file = directory.resolve("client.properties");
        Files.writeString(file, "security.protocol=NO_SUCH_THING\n");

        // When
        int code = execute("dlq", "--kafka-config", file.toString());
        int missing = execute("dlq", "--kafka-config", directory.resolve("none").toString());

        // Then
        assertThat(code).isEqualTo(1);
        assertThat(missing).isEqualTo(1);
        assertThat(errors.toString()).contains("NO_SUCH_THING").contains("--kafka-config");
    }
}
