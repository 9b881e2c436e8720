package dev.pressline.local.export;

import dev.pressline.local.process.LaunchException;
import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.Result;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Objects in the store, to be read. Thread-safe. */
final class SiteStore {

    private final MinioClient client;

    SiteStore(MinioClient client) {
        this.client = client;
    }

    List<String> keys(String bucket) {
        List<String> keys = new ArrayList<>();
        ListObjectsArgs args = ListObjectsArgs.builder().bucket(bucket).recursive(true).build();
        try {
            for (Result<Item> item : client.listObjects(args)) {
                keys.add(item.get().objectName());
            }
            return keys;
        } catch (MinioException e) {
            throw new LaunchException("the store does not list " + bucket, e);
        }
    }

    byte[] read(String bucket, String key) {
        try (InputStream object = open(bucket, key)) {
            return object.readAllBytes();
        } catch (MinioException | IOException e) {
            throw unreadable(key, e);
        }
    }

    void copy(String bucket, String key, Path file) {
        try (InputStream object = open(bucket, key)) {
            Files.createDirectories(file.getParent());
            Files.copy(object, file);
        } catch (MinioException | IOException e) {
            throw unreadable(key, e);
        }
    }

    private InputStream open(String bucket, String key) throws MinioException {
        return client.getObject(GetObjectArgs.builder().bucket(bucket).object(key).build());
    }

    private static LaunchException unreadable(String key, Exception cause) {
        return new LaunchException(key + " cannot be exported: " + cause.getMessage(), cause);
    }
}
