package dev.pressline.local.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pressline.local.process.Ports;
import io.minio.GetObjectArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.StatObjectArgs;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStoreTest {

    private static final String BUCKET = "bucket";
    private static final String KEY = "document/did:plc:abc/3mf/index.html";

    @TempDir Path directory;

    @Test
    void store_closedAndStartedAgain_keepsObjectsTypesAndMetadata() throws Exception {
        // Given
        KeyPair keys = KeyPair.random();
        try (EmbeddedStore store = EmbeddedStore.start(directory, Ports.FREE, keys);
                MinioClient client = store.client()) {
            store.createBuckets(List.of(BUCKET));
            put(client, "kept");
        }

        // When
        try (EmbeddedStore store = EmbeddedStore.start(directory, Ports.FREE, keys);
                MinioClient client = store.client()) {

            // Then
            StatObjectArgs stat = StatObjectArgs.builder().bucket(BUCKET).object(KEY).build();
            assertThat(get(client)).isEqualTo("kept");
            assertThat(client.statObject(stat).contentType()).startsWith("text/html");
            assertThat(client.statObject(stat).userMetadata().toString()).contains("abc123");
        }
    }

    @Test
    void store_withObjects_hasEachAsAFileAtItsKey() throws Exception {
        // Given
        try (EmbeddedStore store = EmbeddedStore.start(directory);
                MinioClient client = store.client()) {
            store.createBuckets(List.of(BUCKET));

            // When
            put(client, "kept");
        }

        // Then
        Path bucket = EmbeddedStore.bucket(directory, BUCKET);
        assertThat(bucket.resolve(KEY)).hasContent("kept");
    }

    @Test
    void store_askedWithoutSignature_refuses() throws Exception {
        // Given
        try (EmbeddedStore store = EmbeddedStore.start(directory);
                HttpClient http = HttpClient.newHttpClient()) {
            store.createBuckets(List.of(BUCKET));

            // When
            HttpResponse<Void> response =
                    http.send(
                            HttpRequest.newBuilder(URI.create(store.endpoint() + "/" + BUCKET))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding());

            // Then
            assertThat(response.statusCode()).isEqualTo(403);
        }
    }

    @Test
    void store_askedWithAnotherKey_refuses() throws Exception {
        // Given
        try (EmbeddedStore store = EmbeddedStore.start(directory);
                MinioClient stranger =
                        MinioClient.builder()
                                .endpoint(store.endpoint())
                                .credentials("pressline", "guessed-secret")
                                .build()) {
            store.createBuckets(List.of(BUCKET));

            // When / Then
            assertThatThrownBy(() -> put(stranger, "stranger")).hasMessageContaining("signature");
        }
    }

    private static void put(MinioClient client, String text) throws Exception {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        client.putObject(
                PutObjectArgs.builder()
                        .bucket(BUCKET)
                        .object(KEY)
                        .data(bytes, bytes.length)
                        .contentType("text/html; charset=utf-8")
                        .userMetadata(Map.of("sha256", "abc123"))
                        .build());
    }

    private static String get(MinioClient client) throws Exception {
        try (var bytes =
                client.getObject(GetObjectArgs.builder().bucket(BUCKET).object(KEY).build())) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
