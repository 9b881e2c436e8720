package dev.pressline.testing.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pressline.kit.failure.InfrastructureException;
import dev.pressline.kit.store.BucketProbe;
import dev.pressline.kit.store.NewFile;
import dev.pressline.kit.store.NewObject;
import dev.pressline.kit.store.ObjectStore;
import dev.pressline.kit.store.Sha256;
import dev.pressline.kit.store.StoredObject;
import dev.pressline.local.embedded.EmbeddedStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.minio.MinioAsyncClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The object store of the kit on a real store. */
class ObjectStoreTest {

    private static final String BUCKET = "site";

    @TempDir static Path directory;

    private static EmbeddedStore server;
    private static ObjectStore store;

    @BeforeAll
    static void start() {
        server = EmbeddedStore.start(directory);
        server.createBuckets(List.of(BUCKET));
        store = new ObjectStore(server.asyncClient(), new SimpleMeterRegistry());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void object_put_isReadBackWithAllThatIsKnownOfIt() {
        // Given
        byte[] bytes = bytes("<p>ink</p>");
        NewObject object =
                new NewObject(
                        "document/did:plc:abc/3mf~:_-./index.html",
                        bytes,
                        "application/feed+json",
                        Sha256.hex(bytes),
                        Map.of("Cache-Control", "no-cache"),
                        Map.of("source-rev", "3mf42slbt3h2c"));

        // When
        store.put(BUCKET, object);

        // Then
        StoredObject known = store.stat(BUCKET, object.key()).orElseThrow();
        assertThat(store.get(BUCKET, object.key())).contains(bytes);
        assertThat(known.size()).isEqualTo(bytes.length);
        assertThat(known.contentType()).isEqualTo("application/feed+json");
        assertThat(known.sha256()).contains(object.sha256());
        assertThat(known.metadata()).containsEntry("source-rev", "3mf42slbt3h2c");
    }

    @Test
    void object_putAgain_isReplaced() {
        // Given
        store.put(BUCKET, NewObject.of("replaced", bytes("old"), "text/plain"));

        // When
        store.put(BUCKET, NewObject.of("replaced", bytes("new"), "text/plain"));

        // Then
        assertThat(store.get(BUCKET, "replaced")).contains(bytes("new"));
    }

    @Test
    void object_putByRacingWriters_isPutByExactlyOne() throws Exception {
        // Given
        List<Callable<Boolean>> writers =
                IntStream.range(0, 16)
                        .<Callable<Boolean>>mapToObj(
                                i ->
                                        () ->
                                                store.putIfAbsent(
                                                        BUCKET,
                                                        NewObject.of(
                                                                "raced",
                                                                bytes("writer " + i),
                                                                "text/plain")))
                        .toList();

        // When
        List<Boolean> won = new ArrayList<>();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> writer : executor.invokeAll(writers)) {
                won.add(writer.get());
            }
        }

        // Then
        assertThat(won).containsOnlyOnce(true);
        int winner = won.indexOf(true);
        assertThat(store.get(BUCKET, "raced")).contains(bytes("writer " + winner));
    }

    @Test
    void object_thatIsNotThere_isEmptyAndMayBeRemoved() {
        assertThat(store.get(BUCKET, "absent")).isEmpty();
        assertThat(store.stat(BUCKET, "absent")).isEmpty();
        store.remove(BUCKET, "absent");
    }

    @Test
    void object_removed_isGone() {
        // Given
        store.put(BUCKET, NewObject.of("removed", bytes("x"), "text/plain"));

        // When
        store.remove(BUCKET, "removed");

        // Then
        assertThat(store.get(BUCKET, "removed")).isEmpty();
    }

    @Test
    void file_ofSeveralParts_isStoredWholeAndOnce() throws IOException {
        // Given
        byte[] large = new byte[21 * 1024 * 1024];
        for (int i = 0; i < large.length; i += 4096) {
            large[i] = (byte) i;
        }
        Path file = Files.write(directory.resolve("large"), large);
        NewFile object =
                new NewFile(
                        "filed",
                        file,
                        "image/png",
                        Sha256.hex(large),
                        Map.of("Content-Disposition", "attachment"),
                        Map.of("width", "7"));

        // When
        boolean first = store.putIfAbsent(BUCKET, object);
        boolean second = store.putIfAbsent(BUCKET, object);

        // Then
        assertThat(first).isTrue();
        assertThat(second).isFalse();
        assertThat(store.get(BUCKET, "filed").map(Sha256::hex)).contains(Sha256.hex(large));
        ByteArrayOutputStream sink = new ByteArrayOutputStream();
        assertThat(store.read(BUCKET, "filed", sink)).isTrue();
        assertThat(sink.toByteArray()).isEqualTo(large);
        assertThat(store.read(BUCKET, "unfiled", sink)).isFalse();
        store.put(BUCKET, object);
        StoredObject stored = store.stat(BUCKET, "filed").orElseThrow();
        assertThat(stored.contentType()).isEqualTo("image/png");
        assertThat(stored.metadata()).containsEntry("width", "7");
    }

    @Test
    void list_ofAPrefixOverSeveralPages_visitsEveryKeyOnce() {
        // Given
        List<String> keys =
                IntStream.range(0, 1_100).mapToObj(i -> "listed/%04d/index".formatted(i)).toList();
        try (ExecutorService executor = Executors.newFixedThreadPool(16)) {
            keys.forEach(
                    key ->
                            executor.execute(
                                    () ->
                                            store.put(
                                                    BUCKET,
                                                    NewObject.of(key, bytes("x"), "text/plain"))));
        }
        store.put(BUCKET, NewObject.of("listed-not", bytes("x"), "text/plain"));

        // When
        List<String> visited = new ArrayList<>();
        store.list(BUCKET, "listed/", visited::add);

        // Then
        assertThat(visited).containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    void missingBucket_ofSeveral_isNamed() {
        BucketProbe probe = new BucketProbe(server.asyncClient(), false, new SimpleMeterRegistry());
        assertThat(probe.missing(List.of(BUCKET))).isEmpty();
        assertThat(probe.missing(List.of(BUCKET, "nowhere"))).contains("bucket nowhere");
    }

    @Test
    void missingBucket_whereItMayBeMade_isMadeAndWhatThereIsStays() {
        // Given
        BucketProbe probe = new BucketProbe(server.asyncClient(), true, new SimpleMeterRegistry());
        store.put(BUCKET, NewObject.of("kept", bytes("x"), "text/plain"));

        // When
        assertThat(probe.missing(List.of(BUCKET, "made"))).isEmpty();

        // Then
        store.put("made", NewObject.of("k", bytes("x"), "text/plain"));
        assertThat(store.get(BUCKET, "kept")).contains(bytes("x"));
    }

    @Test
    void object_whoseHashIsNotThatOfItsBytes_isRefusedByTheStore() {
        NewObject object =
                new NewObject(
                        "wrong-hash",
                        bytes("<p>ink</p>"),
                        "text/html",
                        Sha256.hex(bytes("<p>other</p>")),
                        Map.of(),
                        Map.of());

        assertThatExceptionOfType(InfrastructureException.class)
                .isThrownBy(() -> store.put(BUCKET, object));
        assertThat(store.stat(BUCKET, "wrong-hash")).isEmpty();
    }

    @Test
    void bucket_thatIsNotThere_isAFailureOfInfrastructureNotAnAbsentObject() {
        assertThatExceptionOfType(InfrastructureException.class)
                .isThrownBy(() -> store.get("nowhere", "key"));
        assertThatExceptionOfType(InfrastructureException.class)
                .isThrownBy(
                        () -> store.put("nowhere", NewObject.of("k", bytes("x"), "text/plain")));
    }

    @Test
    void store_thatIsDownOrRefusesUs_isAFailureOfInfrastructure() {
        MinioAsyncClient down = MinioAsyncClient.builder().endpoint("http://127.0.0.1:9").build();
        MinioAsyncClient stranger =
                MinioAsyncClient.builder()
                        .endpoint(server.endpoint())
                        .credentials("nobody", "guessed-secret")
                        .build();

        for (MinioAsyncClient client : List.of(down, stranger)) {
            ObjectStore each = new ObjectStore(client, new SimpleMeterRegistry());
            assertThatExceptionOfType(InfrastructureException.class)
                    .isThrownBy(() -> each.get(BUCKET, "key"))
                    .withMessageContaining("get key");
            assertThatExceptionOfType(InfrastructureException.class)
                    .isThrownBy(() -> each.list(BUCKET, "", key -> {}));
            assertThatExceptionOfType(InfrastructureException.class)
                    .isThrownBy(
                            () ->
                                    new BucketProbe(client, true, new SimpleMeterRegistry())
                                            .missing(List.of("made")));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
