package dev.pressline.testing.benchmarks.naive;

import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.errors.MinioException;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The bucket of the site. */
@ApplicationScoped
public class Bucket {

    private final MinioClient client;
    private final String name;

    Bucket(
            @ConfigProperty(name = "bench.store.endpoint") String endpoint,
            @ConfigProperty(name = "bench.store.access-key") String accessKey,
            @ConfigProperty(name = "bench.store.secret-key") String secretKey,
            @ConfigProperty(name = "bench.store.bucket") String name) {
        this.client =
                MinioClient.builder()
                        .endpoint(endpoint)
                        .region("us-east-1")
                        .credentials(accessKey, secretKey)
                        .build();
        this.name = name;
    }

    /** Puts an object and waits. */
    void put(String key, byte[] bytes, String contentType) throws MinioException {
        client.putObject(
                PutObjectArgs.builder()
                        .bucket(name)
                        .object(key)
                        .data(bytes, bytes.length)
                        .contentType(contentType)
                        .build());
    }
}
