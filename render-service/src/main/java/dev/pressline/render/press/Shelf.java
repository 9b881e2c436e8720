package dev.pressline.render.press;

import dev.pressline.kit.store.NewObject;
import dev.pressline.kit.store.ObjectStore;
import dev.pressline.kit.store.StoreConfig;
import dev.pressline.kit.store.StoredObject;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * The public bucket as the press sees it: an object that is there with the same bytes is not put
 * again. Thread-safe.
 */
@ApplicationScoped
class Shelf {

    private final ObjectStore store;
    private final String bucket;
    private final Counter puts;
    private final Counter putBytes;
    private final Counter unchanged;

    Shelf(ObjectStore store, StoreConfig config, MeterRegistry registry) {
        this.store = store;
        this.bucket = config.siteBucket();
        this.puts =
                Counter.builder("pressline.puts")
                        .description("Objects put into the store")
                        .register(registry);
        this.putBytes =
                Counter.builder("pressline.put")
                        .baseUnit("bytes")
                        .description("Bytes put into the store")
                        .register(registry);
        this.unchanged =
                Counter.builder("pressline.puts.saved")
                        .description("Objects not put because the store had the same bytes")
                        .register(registry);
    }

    /** Puts an object unless the store has the same bytes; returns whether it was put. */
    boolean put(NewObject object) {
        Optional<StoredObject> there = store.stat(bucket, object.key());
        if (there.flatMap(StoredObject::sha256).equals(Optional.of(object.sha256()))) {
            unchanged.increment();
            return false;
        }
        store.put(bucket, object);
        puts.increment();
        putBytes.increment(object.bytes().length);
        return true;
    }

    Optional<byte[]> get(String key) {
        return store.get(bucket, key);
    }

    boolean has(String key) {
        return store.stat(bucket, key).isPresent();
    }

    void remove(String key) {
        store.remove(bucket, key);
    }
}
