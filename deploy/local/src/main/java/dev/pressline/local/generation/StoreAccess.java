package dev.pressline.local.generation;

import dev.pressline.local.embedded.EmbeddedStore;
import dev.pressline.local.embedded.KeyPair;
import dev.pressline.local.embedded.StoreClient;
import dev.pressline.local.pipeline.Addresses;
import io.minio.MinioClient;

/**
 * How to reach the store, and its two buckets as the services' settings name them. Immutable.
 *
 * @param endpoint the S3 base URL
 * @param region the region to sign for
 * @param keys what requests are signed with
 * @param siteBucket the public bucket of the first generation
 * @param valuesBucket its private bucket
 */
public record StoreAccess(
        String endpoint, String region, KeyPair keys, String siteBucket, String valuesBucket) {

    /** The store of a local pipeline. */
    public static StoreAccess of(Addresses addresses) {
        return new StoreAccess(
                addresses.storeEndpoint(),
                EmbeddedStore.REGION,
                addresses.storeKeys(),
                Addresses.SITE_BUCKET,
                Addresses.VALUES_BUCKET);
    }

    /** A new client; the caller closes it. */
    public MinioClient open() {
        return StoreClient.open(endpoint, region, keys);
    }
}
