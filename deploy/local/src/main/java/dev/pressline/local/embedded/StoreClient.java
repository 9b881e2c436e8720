package dev.pressline.local.embedded;

import io.minio.MinioAsyncClient;
import io.minio.MinioClient;

/** Opens clients of an S3 store. Stateless. */
public final class StoreClient {

    private StoreClient() {}

    /** A new client of a store that takes any region; the caller closes it. */
    public static MinioClient open(String endpoint, KeyPair keys) {
        return open(endpoint, EmbeddedStore.REGION, keys);
    }

    /** The same for who does not wait for each answer. */
    static MinioAsyncClient openAsync(String endpoint, KeyPair keys) {
        return MinioAsyncClient.builder()
                .endpoint(endpoint)
                .region(EmbeddedStore.REGION)
                .credentials(keys.accessKey(), keys.secretKey())
                .build();
    }

    /** A new client of a store; the caller closes it. */
    public static MinioClient open(String endpoint, String region, KeyPair keys) {
        return MinioClient.builder()
                .endpoint(endpoint)
                .region(region)
                .credentials(keys.accessKey(), keys.secretKey())
                .build();
    }
}
