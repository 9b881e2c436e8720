package dev.pressline.local.generation;

import dev.pressline.local.process.LaunchException;
import io.minio.BucketExistsArgs;
import io.minio.CopyObjectArgs;
import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveBucketArgs;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.SourceObject;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Buckets and their objects, as an operator handles them. Failures are {@link LaunchException}s.
 * Thread-safe.
 */
public final class BucketObjects {

    private static final String NO_SUCH_KEY = "NoSuchKey";

    private final MinioClient store;

    /** Those of a store. */
    public BucketObjects(MinioClient store) {
        this.store = store;
    }

    boolean exists(String bucket) {
        return ask(
                "look for the bucket " + bucket,
                () -> store.bucketExists(BucketExistsArgs.builder().bucket(bucket).build()));
    }

    /** The text of a small object; empty where there is none. */
    Optional<String> text(String bucket, String key) {
        return ask("read " + key, () -> read(bucket, key));
    }

    private Optional<String> read(String bucket, String key) throws MinioException, IOException {
        try (InputStream object =
                store.getObject(GetObjectArgs.builder().bucket(bucket).object(key).build())) {
            return Optional.of(new String(object.readAllBytes(), StandardCharsets.UTF_8).strip());
        } catch (ErrorResponseException e) {
            if (NO_SUCH_KEY.equals(e.errorResponse().code())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    void putText(String bucket, String key, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ask(
                "put " + key,
                () ->
                        store.putObject(
                                PutObjectArgs.builder()
                                        .bucket(bucket)
                                        .object(key)
                                        .data(bytes, bytes.length)
                                        .contentType("text/plain")
                                        .build()));
    }

    /** Copies what lies below a prefix, with all that is noted beside it; returns how much. */
    long copy(String from, String to, String prefix) {
        return each(
                from,
                prefix,
                key ->
                        ask(
                                "copy " + key,
                                () ->
                                        store.copyObject(
                                                CopyObjectArgs.builder()
                                                        .bucket(to)
                                                        .object(key)
                                                        .source(source(from, key))
                                                        .build())));
    }

    private static SourceObject source(String bucket, String key) {
        return SourceObject.builder().bucket(bucket).object(key).build();
    }

    /** How much lies below a prefix. */
    public long count(String bucket, String prefix) {
        return each(bucket, prefix, key -> {});
    }

    /** Removes what lies below a prefix; returns how much. */
    long clear(String bucket, String prefix) {
        return each(
                bucket,
                prefix,
                key ->
                        run(
                                "remove " + key,
                                () ->
                                        store.removeObject(
                                                RemoveObjectArgs.builder()
                                                        .bucket(bucket)
                                                        .object(key)
                                                        .build())));
    }

    void removeBucket(String bucket) {
        run(
                "remove the bucket " + bucket,
                () -> store.removeBucket(RemoveBucketArgs.builder().bucket(bucket).build()));
    }

    private long each(String bucket, String prefix, Consumer<String> work) {
        long visited = 0;
        ListObjectsArgs args =
                ListObjectsArgs.builder().bucket(bucket).prefix(prefix).recursive(true).build();
        for (Result<Item> item : store.listObjects(args)) {
            work.accept(ask("list " + bucket, () -> item.get().objectName()));
            visited++;
        }
        return visited;
    }

    private interface Question<T> {
        T ask() throws MinioException, IOException;
    }

    private interface Work {
        void run() throws MinioException, IOException;
    }

    private static void run(String what, Work work) {
        ask(
                what,
                () -> {
                    work.run();
                    return true;
                });
    }

    private static <T> T ask(String what, Question<T> question) {
        try {
            return question.ask();
        } catch (MinioException | IOException e) {
            throw new LaunchException("the store does not " + what + ": " + e.getMessage(), e);
        }
    }
}
