package dev.pressline.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pressline.contract.event.Topics;
import dev.pressline.local.embedded.EmbeddedKafka;
import dev.pressline.local.embedded.EmbeddedStore;
import dev.pressline.local.process.LaunchException;
import io.minio.BucketExistsArgs;
import io.minio.MinioClient;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetupCommandTest {

    private final Terminal terminal =
            new Terminal(
                    new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                    Map.of());

    @Test
    void setup_onEmptyBrokerAndStoreAndAgain_makesTopicsAndBucketsOnce(@TempDir Path directory)
            throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory);
                EmbeddedStore store = EmbeddedStore.start(directory);
                Admin admin = kafka.admin();
                MinioClient client = store.client()) {
            // Given
            Map<String, String> environment =
                    Map.of(
                            "KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers(),
                            "PRESSLINE_STORE_ENDPOINT", store.endpoint(),
                            "PRESSLINE_STORE_ACCESS_KEY", store.keys().accessKey(),
                            "PRESSLINE_STORE_SECRET_KEY", store.keys().secretKey(),
                            "PRESSLINE_STORE_VALUES_BUCKET", "elsewhere");

            // When
            int first =
                    Pressline.commandLine(terminal, environment)
                            .execute("setup", "--partitions", "3");
            int again = new SetupCommand(terminal, environment).call();

            // Then
            assertThat(first).isZero();
            assertThat(again).isZero();
            assertThat(admin.listTopics().names().get())
                    .containsAll(Topics.COMPACTED)
                    .containsAll(Topics.DEAD_LETTERS);
            assertThat(
                            admin.describeTopics(List.of(Topics.RAW))
                                    .allTopicNames()
                                    .get()
                                    .get(Topics.RAW)
                                    .partitions())
                    .hasSize(3);
            for (String bucket : new String[] {"pressline-site", "elsewhere"}) {
                assertThat(client.bucketExists(BucketExistsArgs.builder().bucket(bucket).build()))
                        .as(bucket)
                        .isTrue();
            }
        }
    }

    @Test
    void setup_withoutABroker_namesTheMissingVariable() {
        assertThatThrownBy(() -> new SetupCommand(terminal, Map.of()).call())
                .isInstanceOf(LaunchException.class)
                .hasMessage("set KAFKA_BOOTSTRAP_SERVERS");
    }
}
