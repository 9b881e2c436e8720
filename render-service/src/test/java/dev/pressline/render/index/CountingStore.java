package dev.pressline.render.index;

import java.util.Optional;
import java.util.function.BiConsumer;

/** A {@link SortedStore} in memory that counts what is asked of it. */
final class CountingStore implements SortedStore {

    private final MemoryStore store = new MemoryStore();
    private int reads;
    private int writes;

    @Override
    public Optional<byte[]> get(String key) {
        reads++;
        return store.get(key);
    }

    @Override
    public void put(String key, byte[] value) {
        writes++;
        store.put(key, value);
    }

    @Override
    public void delete(String key) {
        writes++;
        store.delete(key);
    }

    @Override
    public void visit(String prefix, int limit, BiConsumer<String, byte[]> visitor) {
        reads++;
        store.visit(prefix, limit, counted(visitor));
    }

    @Override
    public void visitBetween(
            String start, String end, int limit, BiConsumer<String, byte[]> visitor) {
        reads++;
        store.visitBetween(start, end, limit, counted(visitor));
    }

    private BiConsumer<String, byte[]> counted(BiConsumer<String, byte[]> visitor) {
        return (key, value) -> {
            reads++;
            visitor.accept(key, value);
        };
    }

    @Override
    public Optional<String> before(String prefix, String key) {
        reads++;
        return store.before(prefix, key);
    }

    @Override
    public Optional<String> after(String prefix, String key) {
        reads++;
        return store.after(prefix, key);
    }

    void reset() {
        reads = 0;
        writes = 0;
    }

    @Override
    public String toString() {
        return reads + " reads, " + writes + " writes";
    }
}
