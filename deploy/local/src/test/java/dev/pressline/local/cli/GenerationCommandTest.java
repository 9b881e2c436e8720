package dev.pressline.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.event.Generation;
import dev.pressline.contract.event.Topics;
import dev.pressline.local.embedded.EmbeddedKafka;
import dev.pressline.local.embedded.EmbeddedStore;
import dev.pressline.local.embedded.TopicSetup;
import dev.pressline.local.pipeline.Addresses;
import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command on a real broker and store, where no service runs: nobody ever catches up. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GenerationCommandTest {

    private static final Generation B = Generation.parse("b");
    private static final String SITE_B = B.bucket(Addresses.SITE_BUCKET);
    private static final int PARTITIONS = 3;

    @TempDir static Path directory;

    private static EmbeddedKafka kafka;
    private static EmbeddedStore store;
    private static Admin admin;
    private static MinioClient client;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final StringWriter errors = new StringWriter();

    @BeforeAll
    static void start() throws Exception {
        kafka = EmbeddedKafka.start(directory);
        store = EmbeddedStore.start(directory);
        admin = kafka.admin();
        client = store.client();
        new TopicSetup(PARTITIONS, (short) 1).create(admin);
        store.createBuckets(Addresses.BUCKETS);
        put(Addresses.SITE_BUCKET, "gone/document/a/b/index.html");
        put(Addresses.SITE_BUCKET, "index.html");
        put(Addresses.VALUES_BUCKET, "originals/a/b");
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", kafka.bootstrapServers()),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.RAW, "key", new byte[1])).get();
        }
    }

    @AfterAll
    static void stop() throws Exception {
        client.close();
        admin.close();
        store.close();
        kafka.close();
    }

    private static void put(String bucket, String key) throws Exception {
        byte[] bytes = {1};
        client.putObject(
                PutObjectArgs.builder()
                        .bucket(bucket)
                        .object(key)
                        .data(bytes, bytes.length)
                        .userMetadata(Map.of("sha256", "abc"))
                        .build());
    }

    private static boolean exists(String bucket) throws Exception {
        return client.bucketExists(BucketExistsArgs.builder().bucket(bucket).build());
    }

    private static String read(String bucket, String key) throws Exception {
        try (InputStream object =
                client.getObject(GetObjectArgs.builder().bucket(bucket).object(key).build())) {
            return new String(object.readAllBytes(), UTF_8);
        }
    }

    private static Set<String> topics() {
        return admin.listTopics().names().toCompletionStage().toCompletableFuture().join();
    }

    private int execute(String... words) {
        output.reset();
        errors.getBuffer().setLength(0);
        CommandLine command =
                Pressline.commandLine(
                        new Terminal(new PrintStream(output, true, UTF_8), Map.of()),
                        Map.of(
                                "PRESSLINE_STORE_ENDPOINT", store.endpoint(),
                                "PRESSLINE_STORE_ACCESS_KEY", store.keys().accessKey(),
                                "PRESSLINE_STORE_SECRET_KEY", store.keys().secretKey()));
        command.setErr(new PrintWriter(errors));
        return command.execute(
                Stream.of(
                                Stream.of("generation"),
                                Stream.of(words),
                                Stream.of("--bootstrap-servers", kafka.bootstrapServers()))
                        .flatMap(each -> each)
                        .toArray(String[]::new));
    }

    private String text() {
        return output.toString(UTF_8);
    }

    @Test
    @Order(1)
    void generation_ofABadNameOrNone_isRefusedByName() {
        assertThat(execute("create", "B-1")).isEqualTo(ExitCodes.USAGE);
        assertThat(errors.toString()).contains("generation", "B-1", "a-z0-9");
        assertThat(execute("switch", "b")).isEqualTo(ExitCodes.FAILED);
        assertThat(errors.toString()).contains("no generation b", "generation create b");
    }

    @Test
    @Order(2)
    void create_dry_makesNothing() {
        // When
        int code = execute("create", "b", "--dry-run");

        // Then
        assertThat(code).isZero();
        assertThat(text()).contains("would make pressline.jobs.v1.b");
        assertThat(topics()).doesNotContainAnyElementsOf(B.topics());
    }

    @Test
    @Order(3)
    void create_twice_makesTopicsAndBucketsLikeTheFirstsOnce() throws Exception {
        // When
        int code = execute("create", "b");
        int again = execute("create", "b");

        // Then
        assertThat(code).isZero();
        assertThat(again).isZero();
        assertThat(topics()).containsAll(B.topics());
        assertThat(
                        admin.describeTopics(B.topics()).allTopicNames().get().values().stream()
                                .map(topic -> topic.partitions().size()))
                .containsOnly(PARTITIONS);
        assertThat(exists(B.bucket(Addresses.VALUES_BUCKET))).isTrue();
        assertThat(read(SITE_B, "gone/document/a/b/index.html")).isEqualTo("\u0001");
        assertThat(keysOf(SITE_B)).as("nothing else is copied").isEqualTo(1);
    }

    private static long keysOf(String bucket) {
        long keys = 0;
        for (var ignored :
                client.listObjects(
                        ListObjectsArgs.builder().bucket(bucket).recursive(true).build())) {
            keys++;
        }
        return keys;
    }

    @Test
    @Order(4)
    void change_toWhatHasNotCaughtUp_isRefusedAndSaysHowFar() {
        // When
        int code = execute("switch", "b");

        // Then
        assertThat(code).isEqualTo(ExitCodes.FAILED);
        assertThat(text()).contains("normalize 1 behind");
        assertThat(errors.toString()).contains("b has not caught up", "--force");
        execute("list");
        assertThat(text())
                .containsPattern("first +served")
                .containsPattern("b +normalize 1 behind");
    }

    @Test
    @Order(5)
    void change_allowedOrForced_movesThePointerUnlessDry() throws Exception {
        // When
        int dry = execute("switch", "b", "--force", "--dry-run");
        execute("list");
        String before = text();
        int allowed = execute("switch", "b", "--lag", "1");

        // Then
        assertThat(dry).isZero();
        assertThat(before).containsPattern("first +served");
        assertThat(allowed).isZero();
        assertThat(read(Addresses.VALUES_BUCKET, Generation.POINTER)).isEqualTo("b");
        execute("list");
        assertThat(text()).containsPattern("b +served");
    }

    @Test
    @Order(6)
    void delete_ofWhatReadersGet_isRefused() {
        assertThat(execute("delete", "b")).isEqualTo(ExitCodes.FAILED);
        assertThat(errors.toString()).contains("readers get the generation b");
        assertThat(topics()).containsAll(B.topics());
    }

    @Test
    @Order(7)
    void delete_ofAnother_takesAllOfItAndNothingElse() throws Exception {
        // Given
        execute("switch", "first", "--force");

        // When
        int dry = execute("delete", "b", "--dry-run");
        boolean isThere = exists(SITE_B);
        int code = execute("delete", "b");

        // Then
        assertThat(dry).isZero();
        assertThat(isThere).isTrue();
        assertThat(code).isZero();
        assertThat(topics())
                .doesNotContainAnyElementsOf(B.topics())
                .containsAll(Topics.COMPACTED)
                .containsAll(Topics.DEAD_LETTERS);
        assertThat(exists(SITE_B)).isFalse();
        assertThat(exists(B.bucket(Addresses.VALUES_BUCKET))).isFalse();
        assertThat(read(Addresses.VALUES_BUCKET, "originals/a/b")).isEqualTo("\u0001");
        assertThat(read(Addresses.SITE_BUCKET, "index.html")).isEqualTo("\u0001");
    }
}
