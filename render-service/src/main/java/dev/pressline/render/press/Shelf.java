package dev.pressline.render.press;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.pressline.kit.crash.CrashPoint;
import dev.pressline.kit.store.Buckets;
import dev.pressline.kit.store.NewObject;
import dev.pressline.kit.store.ObjectStore;
import dev.pressline.kit.store.StoredObject;
import dev.pressline.render.page.Caching;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The public bucket as the press sees it: an object that is there with the same bytes is not put
 * again. What was put or seen lately is remembered, so that the store is asked once; nobody else
 * writes these objects as long as the press keeps its partitions, and {@link #forget} is called
 * when it does not. Thread-safe.
 */
@Startup
@ApplicationScoped
class Shelf {

    private static final int REMEMBERED = 20_000;
    private static final Duration LATELY = Duration.ofMinutes(5);

    private final ObjectStore store;
    private final String bucket;
    private final Counter puts;
    private final Counter putBytes;
    private final Counter unchanged;

    /** The hash of each object; empty for one that is not there, or says no hash. */
    private final Cache<String, Optional<String>> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(LATELY).build();

    Shelf(ObjectStore store, Buckets buckets, MeterRegistry registry) {
        this.store = store;
        this.bucket = buckets.site();
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

    /** Whether the store has other bytes than an object, or none. */
    boolean differs(NewObject object) {
        return !hash(object.key()).equals(Optional.of(object.sha256()));
    }

    /** Puts an object unless the store has the same bytes. */
    void put(NewObject object) {
        if (!differs(object)) {
            unchanged.increment();
            return;
        }
        known.invalidate(object.key());
        store.put(bucket, cached(object));
        CrashPoint.RENDER_PRESS_PUT.reached();
        wasPut(object);
    }

    /** Puts an object whose key is free; returns false, having done nothing, when it is not. */
    boolean create(NewObject object) {
        known.invalidate(object.key());
        boolean isCreated = store.putIfAbsent(bucket, cached(object));
        CrashPoint.RENDER_PRESS_PUT.reached();
        if (isCreated) {
            wasPut(object);
        }
        return isCreated;
    }

    /** The object, saying for those who read the bucket how long it may be kept. */
    private static NewObject cached(NewObject object) {
        return new NewObject(
                object.key(),
                object.bytes(),
                object.contentType(),
                object.sha256(),
                Map.of("Cache-Control", Caching.of(object.key())),
                object.metadata());
    }

    private void wasPut(NewObject object) {
        known.put(object.key(), Optional.of(object.sha256()));
        puts.increment();
        putBytes.increment(object.bytes().length);
    }

    private Optional<String> hash(String key) {
        Optional<String> remembered = known.getIfPresent(key);
        if (remembered != null) {
            return remembered;
        }
        Optional<String> found = store.stat(bucket, key).flatMap(StoredObject::sha256);
        known.put(key, found);
        return found;
    }

    /** Nothing is there under a key, as somebody knows who need not ask. */
    void rememberAbsent(String key) {
        known.put(key, Optional.empty());
    }

    Optional<byte[]> get(String key) {
        return store.get(bucket, key);
    }

    /** Whether an object of ours is there: each has its hash beside it. */
    boolean has(String key) {
        return hash(key).isPresent();
    }

    void remove(String key) {
        known.invalidate(key);
        store.remove(bucket, key);
        CrashPoint.RENDER_PRESS_REMOVED.reached();
        known.put(key, Optional.empty());
    }

    /** Forgets what was seen: others may have written since. */
    void forget() {
        known.invalidateAll();
    }
}
