package dev.pressline.render.index;

import dev.pressline.kit.failure.Retry;
import dev.pressline.kit.store.LargeValues;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * A {@link SortedStore} of JSON values that keeps those too large for its changelog in the object
 * store, and only refers to them. Waits while that is down. Not thread-safe.
 */
final class ReferringStore implements SortedStore {

    /** No JSON value begins with it. */
    private static final byte REFERENCE = '@';

    private final SortedStore store;
    private final LargeValues largeValues;
    private final Retry retry;

    ReferringStore(SortedStore store, LargeValues largeValues, Retry retry) {
        this.store = store;
        this.largeValues = largeValues;
        this.retry = retry;
    }

    @Override
    public Optional<byte[]> get(String key) {
        return store.get(key).map(this::resolved);
    }

    @Override
    public void put(String key, byte[] value) {
        store.put(key, LargeValues.isLarge(value) ? reference(value) : value);
    }

    @Override
    public void delete(String key) {
        store.delete(key);
    }

    @Override
    public void visit(String prefix, int limit, BiConsumer<String, byte[]> visitor) {
        store.visit(prefix, limit, (key, value) -> visitor.accept(key, resolved(value)));
    }

    @Override
    public void visitBetween(
            String start, String end, int limit, BiConsumer<String, byte[]> visitor) {
        store.visitBetween(start, end, limit, (key, value) -> visitor.accept(key, resolved(value)));
    }

    @Override
    public Optional<String> before(String prefix, String key) {
        return store.before(prefix, key);
    }

    @Override
    public Optional<String> after(String prefix, String key) {
        return store.after(prefix, key);
    }

    private byte[] reference(byte[] value) {
        String name = retry.whileDown("keeping a large value", () -> largeValues.keep(value));
        return ((char) REFERENCE + name).getBytes(StandardCharsets.US_ASCII);
    }

    private byte[] resolved(byte[] value) {
        if (value.length == 0 || value[0] != REFERENCE) {
            return value;
        }
        String name = new String(value, 1, value.length - 1, StandardCharsets.US_ASCII);
        return retry.whileDown("fetching a large value", () -> largeValues.fetch(name));
    }
}
