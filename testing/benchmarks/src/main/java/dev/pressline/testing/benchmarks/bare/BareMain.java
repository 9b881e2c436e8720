package dev.pressline.testing.benchmarks.bare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pressline.testing.benchmarks.naive.SimplePage;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Consumes rows, parses them, renders the simplest page and puts it; commits when a batch is in the
 * store. No second topic, no repairs, no feeds, no order.
 *
 * <p>Arguments: bootstrap servers, topic, group, store endpoint, bucket. The key pair of the store
 * comes from the environment.
 */
public final class BareMain {

    /** The environment variable with the store's access key. */
    public static final String ACCESS_KEY = "BENCH_STORE_ACCESS_KEY";

    /** The environment variable with the store's secret key. */
    public static final String SECRET_KEY = "BENCH_STORE_SECRET_KEY";

    private static final int PUTS_AT_ONCE = 8;

    private final ObjectMapper json = new ObjectMapper();
    private final MinioClient store;
    private final String bucket;

    private BareMain(String endpoint, String bucket) {
        this.store =
                MinioClient.builder()
                        .endpoint(endpoint)
                        .region("us-east-1")
                        .credentials(System.getenv(ACCESS_KEY), System.getenv(SECRET_KEY))
                        .build();
        this.bucket = bucket;
    }

    /** Runs until the JVM is told to stop. */
    public static void main(String[] args) throws Exception {
        Map<String, Object> config =
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        args[0],
                        ConsumerConfig.GROUP_ID_CONFIG,
                        args[2],
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false);
        BareMain loop = new BareMain(args[3], args[4]);
        try (KafkaConsumer<String, byte[]> consumer =
                        new KafkaConsumer<>(
                                config, new StringDeserializer(), new ByteArrayDeserializer());
                ExecutorService workers = Executors.newFixedThreadPool(PUTS_AT_ONCE)) {
            consumer.subscribe(List.of(args[1]));
            while (!Thread.currentThread().isInterrupted()) {
                loop.turn(consumer.poll(Duration.ofMillis(500)), workers);
                consumer.commitSync();
            }
        }
    }

    private void turn(Iterable<ConsumerRecord<String, byte[]>> batch, ExecutorService workers)
            throws InterruptedException, ExecutionException {
        List<Future<Boolean>> running = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> row : batch) {
            running.add(workers.submit(() -> print(row.value())));
        }
        for (Future<Boolean> each : running) {
            each.get();
        }
    }

    private Boolean print(byte[] bytes) throws Exception {
        JsonNode row = json.readTree(bytes);
        if (row.path("collection").asText().endsWith(".document")) {
            byte[] page = SimplePage.render(row.path("record"));
            store.putObject(
                    PutObjectArgs.builder()
                            .bucket(bucket)
                            .object(
                                    SimplePage.key(
                                            row.path("did").asText(), row.path("rkey").asText()))
                            .data(page, page.length)
                            .contentType("text/html; charset=utf-8")
                            .build());
        }
        return true;
    }
}
