package dev.pressline.testing.endtoend;

import dev.pressline.local.embedded.BucketSetup;
import dev.pressline.local.embedded.KeyPair;
import dev.pressline.local.embedded.StoreClient;
import dev.pressline.local.embedded.TopicSetup;
import dev.pressline.local.pipeline.Addresses;
import dev.pressline.local.pipeline.Foundation;
import dev.pressline.local.pipeline.PipelineOptions;
import dev.pressline.local.pipeline.StartListener;
import dev.pressline.local.process.ChildProcess;
import dev.pressline.local.process.LaunchException;
import io.minio.MinioClient;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.testcontainers.containers.MinIOContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;

/** Broker and store in containers of their own, which go when it is closed. */
final class ContainerFoundation implements Foundation {

    private final KafkaContainer kafka;
    private final MinIOContainer store;
    private final String clusterId;

    private ContainerFoundation(KafkaContainer kafka, MinIOContainer store, String clusterId) {
        this.kafka = kafka;
        this.store = store;
        this.clusterId = clusterId;
    }

    /** Starts both side by side; see {@link Foundation.Kind#start}. */
    static Foundation start(PipelineOptions options, StartListener listener) {
        KafkaContainer kafka = new KafkaContainer(ContainerImages.kafka());
        MinIOContainer store =
                new MinIOContainer(ContainerImages.store())
                        .withUserName("pressline")
                        .withPassword(KeyPair.secret());
        try {
            Startables.deepStart(kafka, store).join();
            createBuckets(store);
            return new ContainerFoundation(kafka, store, createTopics(kafka));
        } catch (Exception e) {
            store.stop();
            kafka.stop();
            throw new LaunchException("broker and store do not start in containers", e);
        }
    }

    private static String createTopics(KafkaContainer kafka) throws Exception {
        Map<String, Object> settings =
                Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.getBootstrapServers());
        try (Admin admin = Admin.create(settings)) {
            TopicSetup.SINGLE_NODE.create(admin);
            return admin.describeCluster().clusterId().get();
        }
    }

    private static void createBuckets(MinIOContainer store) throws Exception {
        try (MinioClient client = StoreClient.open(store.getS3URL(), keys(store))) {
            BucketSetup.create(client, Addresses.BUCKETS);
        }
    }

    @Override
    public String bootstrapServers() {
        return kafka.getBootstrapServers();
    }

    @Override
    public String clusterId() {
        return clusterId;
    }

    @Override
    public String storeEndpoint() {
        return store.getS3URL();
    }

    @Override
    public KeyPair storeKeys() {
        return keys(store);
    }

    private static KeyPair keys(MinIOContainer store) {
        return new KeyPair(store.getUserName(), store.getPassword());
    }

    @Override
    public List<ChildProcess> children() {
        return List.of();
    }

    @Override
    public void close() {
        store.stop();
        kafka.stop();
    }
}
