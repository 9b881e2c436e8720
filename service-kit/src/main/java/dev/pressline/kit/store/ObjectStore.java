package dev.pressline.kit.store;

import dev.pressline.kit.failure.InfrastructureException;
import io.micrometer.core.instrument.MeterRegistry;
import io.minio.Checksum;
import io.minio.GetObjectArgs;
import io.minio.GetObjectResponse;
import io.minio.HeadObjectResponse;
import io.minio.Http;
import io.minio.ListObjectsArgs;
import io.minio.MinioAsyncClient;
import io.minio.ObjectWriteResponse;
import io.minio.PutObjectAPIArgs;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.StatObjectArgs;
import io.minio.UploadObjectArgs;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import okhttp3.MediaType;

/**
 * Objects by bucket and key, over S3. Relies on nothing but PUT, GET, HEAD, DELETE, LIST and {@code
 * If-None-Match}; every failure of the store is an {@link InfrastructureException}. Thread-safe.
 */
public final class ObjectStore {

    private static final String SHA256 = "sha256";
    private static final int PRECONDITION_FAILED = 412;
    private static final int NOT_FOUND = 404;
    private static final Map<String, String> IF_ABSENT = Map.of("If-None-Match", "*");

    /** The one that the JDK computes in hardware; the client computes its own choice in Java. */
    private static final Checksum.Algorithm CHECKSUM = Checksum.Algorithm.CRC32;

    private static final long MIN_PART_SIZE = 5L * 1024 * 1024;

    private final MinioAsyncClient client;
    private final StoreCalls calls;

    /** Works through this client, and counts what it is asked and does not answer. */
    public ObjectStore(MinioAsyncClient client, MeterRegistry registry) {
        this.client = client;
        this.calls = new StoreCalls(new StoreMetrics(registry));
    }

    /** Puts an object, whatever was there before. */
    public void put(String bucket, NewObject object) {
        calls.call(
                StoreOperation.PUT,
                "put " + object.key(),
                () -> put(putArgs(bucket, object), object));
    }

    /**
     * Puts an object if the key is free; returns whether it was. Of several racing writers one
     * wins.
     */
    public boolean putIfAbsent(String bucket, NewObject object) {
        PutObjectArgs.Builder args = putArgs(bucket, object).extraHeaders(IF_ABSENT);
        return calls.unless(
                        PRECONDITION_FAILED,
                        StoreOperation.PUT,
                        "put " + object.key(),
                        () -> put(args, object))
                .isPresent();
    }

    /**
     * Puts a file in one request, without holding it in memory, if the key is free; returns whether
     * it was.
     */
    public boolean putIfAbsent(String bucket, NewFile file) {
        return calls.unless(
                        PRECONDITION_FAILED,
                        StoreOperation.PUT,
                        "put " + file.key(),
                        () ->
                                client.uploadObject(
                                                uploadArgs(bucket, file)
                                                        .extraHeaders(IF_ABSENT)
                                                        .build())
                                        .join())
                .isPresent();
    }

    /** Puts a file in one request, whatever was there before. */
    public void put(String bucket, NewFile file) {
        calls.call(
                StoreOperation.PUT,
                "put " + file.key(),
                () -> client.uploadObject(uploadArgs(bucket, file).build()).join());
    }

    private static UploadObjectArgs.Builder uploadArgs(String bucket, NewFile file)
            throws MinioException, IOException {
        long onePart = Math.max(MIN_PART_SIZE, Files.size(file.file()));
        return UploadObjectArgs.builder()
                .bucket(bucket)
                .object(file.key())
                .filename(file.file().toString(), onePart)
                .contentType(file.contentType())
                .headers(file.headers())
                .userMetadata(withSha256(file.metadata(), file.sha256()))
                .checksum(CHECKSUM);
    }

    private static Map<String, String> withSha256(Map<String, String> metadata, String sha256) {
        Map<String, String> all = new HashMap<>(metadata);
        all.put(SHA256, sha256);
        return all;
    }

    private static PutObjectArgs.Builder putArgs(String bucket, NewObject object) {
        return PutObjectArgs.builder()
                .bucket(bucket)
                .object(object.key())
                .data(object.bytes(), object.bytes().length)
                .contentType(object.contentType())
                .headers(object.headers())
                .userMetadata(withSha256(object.metadata(), object.sha256()));
    }

    /**
     * Sends the hash that is known, which the client would else compute again: an eighth of
     * render's time with the quick compiler.
     */
    private ObjectWriteResponse put(PutObjectArgs.Builder args, NewObject object)
            throws MinioException {
        Http.Headers hash = new Http.Headers(Http.Headers.X_AMZ_CONTENT_SHA256, object.sha256());
        return client.putObject(
                        new PutObjectAPIArgs(
                                args.build(),
                                object.bytes(),
                                object.bytes().length,
                                MediaType.parse(object.contentType()),
                                hash))
                .join();
    }

    /** What is known of an object, or empty when there is none. */
    public Optional<StoredObject> stat(String bucket, String key) {
        StatObjectArgs args = StatObjectArgs.builder().bucket(bucket).object(key).build();
        return calls.unless(
                        NOT_FOUND,
                        StoreOperation.STAT,
                        "stat " + key,
                        () -> client.statObject(args).join())
                .map(ObjectStore::stored);
    }

    private static StoredObject stored(HeadObjectResponse response) {
        Map<String, String> metadata = new HashMap<>();
        response.userMetadata()
                .forEach(e -> metadata.put(e.getKey().toLowerCase(Locale.ROOT), e.getValue()));
        Optional<String> sha256 = Optional.ofNullable(metadata.remove(SHA256));
        return new StoredObject(
                response.size(),
                response.contentType(),
                sha256,
                Map.copyOf(metadata),
                response.lastModified().toInstant());
    }

    /** The bytes of an object, or empty when there is none. */
    public Optional<byte[]> get(String bucket, String key) {
        GetObjectArgs args = GetObjectArgs.builder().bucket(bucket).object(key).build();
        return calls.unless(
                NOT_FOUND,
                StoreOperation.GET,
                "get " + key,
                () -> {
                    try (InputStream bytes = client.getObject(args).join()) {
                        return bytes.readAllBytes();
                    }
                });
    }

    /** An object as it is now, to be read by and by; empty when there is none. */
    public Optional<OpenObject> open(String bucket, String key) {
        return open(key, GetObjectArgs.builder().bucket(bucket).object(key).build());
    }

    /** The same from an offset on, so many bytes; what is known of it is of these bytes. */
    public Optional<OpenObject> open(String bucket, String key, long offset, long length) {
        return open(
                key,
                GetObjectArgs.builder()
                        .bucket(bucket)
                        .object(key)
                        .offset(offset)
                        .length(length)
                        .build());
    }

    private Optional<OpenObject> open(String key, GetObjectArgs args) {
        return calls.unless(
                        NOT_FOUND,
                        StoreOperation.GET,
                        "get " + key,
                        () -> client.getObject(args).join())
                .map(ObjectStore::opened);
    }

    private static OpenObject opened(GetObjectResponse response) {
        HeadObjectResponse head =
                new HeadObjectResponse(
                        response.headers(),
                        response.bucket(),
                        response.region(),
                        response.object());
        return new OpenObject(stored(head), response);
    }

    /** Writes the bytes of an object to a sink; returns whether there is one. */
    public boolean read(String bucket, String key, OutputStream sink) {
        GetObjectArgs args = GetObjectArgs.builder().bucket(bucket).object(key).build();
        return calls.unless(
                        NOT_FOUND,
                        StoreOperation.GET,
                        "get " + key,
                        () -> {
                            try (InputStream bytes = client.getObject(args).join()) {
                                return bytes.transferTo(sink);
                            }
                        })
                .isPresent();
    }

    /** Removes an object; it is no fault when there is none. */
    public void remove(String bucket, String key) {
        RemoveObjectArgs args = RemoveObjectArgs.builder().bucket(bucket).object(key).build();
        calls.unless(
                NOT_FOUND,
                StoreOperation.REMOVE,
                "remove " + key,
                () -> {
                    client.removeObject(args).join();
                    return true;
                });
    }

    /** Visits every key below a prefix, in the store's order, page by page. */
    public void list(String bucket, String prefix, Consumer<String> visitor) {
        ListObjectsArgs args =
                ListObjectsArgs.builder().bucket(bucket).prefix(prefix).recursive(true).build();
        Iterator<Result<Item>> items = client.listObjects(args).iterator();
        while (calls.call(StoreOperation.LIST, "list " + prefix, items::hasNext)) {
            visitor.accept(
                    calls.call(
                            StoreOperation.LIST,
                            "list " + prefix,
                            () -> items.next().get().objectName()));
        }
    }
}
