package dev.pressline.local.embedded;

import dev.pressline.local.process.LaunchException;
import io.minio.BucketExistsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.errors.MinioException;
import java.util.List;

/** Makes buckets in a store. Stateless. */
public final class BucketSetup {

    private BucketSetup() {}

    /** Creates the buckets that are not there yet; throws {@link LaunchException} if refused. */
    public static void create(MinioClient store, List<String> buckets) {
        try {
            for (String bucket : buckets) {
                if (!store.bucketExists(BucketExistsArgs.builder().bucket(bucket).build())) {
                    store.makeBucket(MakeBucketArgs.builder().bucket(bucket).build());
                }
            }
        } catch (MinioException e) {
            throw new LaunchException("the store refuses us: " + e.getMessage(), e);
        }
    }
}
