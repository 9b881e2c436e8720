package dev.pressline.render.http;

import dev.pressline.kit.store.ObjectStore;
import dev.pressline.kit.store.OpenObject;
import dev.pressline.kit.store.StoredObject;
import java.util.Optional;

/**
 * The public objects of one generation, the same for all of a request. Failures of the store are
 * thrown. Thread-safe.
 *
 * @param store where they are
 * @param bucket the public bucket of the generation
 */
record Site(ObjectStore store, String bucket) {

    Optional<StoredObject> stat(String key) {
        return store.stat(bucket, key);
    }

    boolean has(String key) {
        return stat(key).isPresent();
    }

    Optional<OpenObject> open(String key) {
        return store.open(bucket, key);
    }

    Optional<OpenObject> open(String key, long first, long length) {
        return store.open(bucket, key, first, length);
    }
}
