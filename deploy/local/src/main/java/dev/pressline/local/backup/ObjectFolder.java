package dev.pressline.local.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.local.process.LaunchException;
import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.Result;
import io.minio.StatObjectArgs;
import io.minio.StatObjectResponse;
import io.minio.UploadObjectArgs;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Objects of the store in a folder: a file each, by number, since keys need not be names of files,
 * and an index of what they are. Not thread-safe.
 */
final class ObjectFolder {

    private static final String INDEX = "objects.ndjson";
    private static final Set<String> HEADERS = Set.of("Cache-Control", "Content-Disposition");

    private final MinioClient client;
    private final Path folder;
    private long saved;

    ObjectFolder(MinioClient client, Path folder) {
        this.client = client;
        this.folder = folder;
    }

    /**
     * A line of the index.
     *
     * @param role which bucket, whatever that is called
     * @param headers the others that were put with it
     * @param metadata what was noted beside it
     */
    record Line(
            long number,
            String role,
            String key,
            long size,
            String type,
            Map<String, String> headers,
            Map<String, String> metadata) {}

    /** Saves the objects of a bucket that are meant. */
    void save(String role, String bucket, String prefix, Predicate<String> isMeant)
            throws MinioException, IOException {
        Files.createDirectories(folder);
        try (BufferedWriter index =
                Files.newBufferedWriter(
                        folder.resolve(INDEX),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND)) {
            ListObjectsArgs all =
                    ListObjectsArgs.builder().bucket(bucket).prefix(prefix).recursive(true).build();
            for (Result<Item> item : client.listObjects(all)) {
                String key = item.get().objectName();
                if (isMeant.test(key)) {
                    index.write(ContractJson.mapper().writeValueAsString(save(role, bucket, key)));
                    index.newLine();
                }
            }
        }
    }

    private Line save(String role, String bucket, String key) throws MinioException, IOException {
        StatObjectResponse stat =
                client.statObject(StatObjectArgs.builder().bucket(bucket).object(key).build());
        long number = ++saved;
        try (InputStream object =
                client.getObject(GetObjectArgs.builder().bucket(bucket).object(key).build())) {
            Files.copy(object, file(number));
        }
        Map<String, String> headers = new HashMap<>();
        for (String name : HEADERS) {
            String value = stat.headers().get(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        Map<String, String> metadata = new HashMap<>();
        stat.userMetadata().forEach(each -> metadata.put(each.getKey(), each.getValue()));
        return new Line(number, role, key, stat.size(), stat.contentType(), headers, metadata);
    }

    private Path file(long number) {
        return folder.resolve(Long.toString(number));
    }

    /** How many were saved. */
    long saved() {
        return saved;
    }

    /** Puts all back, into the buckets of these roles; returns how many. */
    long restore(Map<String, String> buckets) throws MinioException, IOException {
        List<String> lines = Files.readAllLines(folder.resolve(INDEX));
        for (String line : lines) {
            restore(parse(line), buckets);
        }
        return lines.size();
    }

    private static Line parse(String line) {
        try {
            return ContractJson.mapper().readValue(line, Line.class);
        } catch (JsonProcessingException e) {
            throw new LaunchException("the backup is damaged: " + e.getOriginalMessage(), e);
        }
    }

    private void restore(Line line, Map<String, String> buckets)
            throws MinioException, IOException {
        Path file = file(line.number());
        if (Files.size(file) != line.size()) {
            throw new LaunchException("the backup is damaged: " + file + " has another size");
        }
        String bucket = buckets.get(line.role());
        if (bucket == null) {
            throw new LaunchException("the backup is damaged: no bucket is " + line.role());
        }
        client.uploadObject(
                UploadObjectArgs.builder()
                        .bucket(bucket)
                        .object(line.key())
                        .filename(file.toString())
                        .contentType(line.type())
                        .headers(line.headers())
                        .userMetadata(line.metadata())
                        .build());
    }
}
