package dev.pressline.kit.store;

import io.micrometer.core.instrument.MeterRegistry;
import io.minio.BucketExistsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioAsyncClient;
import java.util.List;
import java.util.Optional;

/**
 * Asks the store whether buckets are there, and makes those that are missing where it is told to.
 * Every failure of the store is an {@link dev.pressline.kit.failure.InfrastructureException}.
 * Thread-safe.
 */
public final class BucketProbe {

    private final MinioAsyncClient client;
    private final boolean makes;
    private final StoreCalls calls;

    /** Asks through this client; {@code makes} is whether buckets may be made. */
    public BucketProbe(MinioAsyncClient client, boolean makes, MeterRegistry registry) {
        this.client = client;
        this.makes = makes;
        this.calls = new StoreCalls(new StoreMetrics(registry));
    }

    /**
     * The first bucket that is not there, in words, or empty. Of several services that make one at
     * once all but one fail; when they ask again it is there.
     */
    public Optional<String> missing(List<String> buckets) {
        for (String bucket : buckets) {
            BucketExistsArgs args = BucketExistsArgs.builder().bucket(bucket).build();
            if (!calls.call(
                    StoreOperation.BUCKETS,
                    "look for bucket " + bucket,
                    () -> client.bucketExists(args).join())) {
                if (!makes) {
                    return Optional.of("bucket " + bucket);
                }
                make(bucket);
            }
        }
        return Optional.empty();
    }

    private void make(String bucket) {
        MakeBucketArgs args = MakeBucketArgs.builder().bucket(bucket).build();
        calls.call(
                StoreOperation.BUCKETS,
                "make bucket " + bucket,
                () -> client.makeBucket(args).join());
    }
}
