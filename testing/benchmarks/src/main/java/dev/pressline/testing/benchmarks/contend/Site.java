package dev.pressline.testing.benchmarks.contend;

import dev.pressline.local.process.LaunchException;
import io.minio.GetObjectArgs;
import io.minio.MinioClient;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;

/** A bucket with pages, read to check them. Thread-safe. */
public record Site(MinioClient store, String bucket) {

    /** Reads every object; throws {@link WrongResultException} unless it has the hash given. */
    public void require(SortedMap<String, String> sha256ByKey) {
        sha256ByKey.forEach(
                (key, expected) -> {
                    if (!sha256(get(key)).equals(expected)) {
                        throw new WrongResultException(key + " has other bytes than it should");
                    }
                });
    }

    /** The bytes of an object; throws {@link WrongResultException} when there is none. */
    public byte[] get(String key) {
        GetObjectArgs args = GetObjectArgs.builder().bucket(bucket).object(key).build();
        try (InputStream bytes = store.getObject(args)) {
            return bytes.readAllBytes();
        } catch (MinioException | IOException e) {
            throw new WrongResultException(key + " cannot be read: " + e.getMessage());
        }
    }

    /** What identifies the objects: one hash over keys and hashes. */
    static String fingerprint(SortedMap<String, String> sha256ByKey) {
        StringBuilder lines = new StringBuilder();
        sha256ByKey.forEach(
                (key, sha256) -> lines.append(key).append(' ').append(sha256).append('\n'));
        return sha256(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new LaunchException("this Java has no SHA-256", e);
        }
    }
}
