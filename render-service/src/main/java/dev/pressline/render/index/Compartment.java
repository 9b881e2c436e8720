package dev.pressline.render.index;

import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * One of several sorted maps that share a {@link SortedStore}, each under a letter of its own. What
 * has to be opened, restored and committed for each partition is then one store and not one for
 * each map. Not thread-safe.
 */
final class Compartment implements SortedStore {

    private final SortedStore store;
    private final char letter;

    Compartment(SortedStore store, char letter) {
        this.store = store;
        this.letter = letter;
    }

    private String within(String key) {
        return letter + key;
    }

    private static String own(String key) {
        return key.substring(1);
    }

    private static BiConsumer<String, byte[]> within(BiConsumer<String, byte[]> visitor) {
        return (key, value) -> visitor.accept(own(key), value);
    }

    @Override
    public Optional<byte[]> get(String key) {
        return store.get(within(key));
    }

    @Override
    public void put(String key, byte[] value) {
        store.put(within(key), value);
    }

    @Override
    public void delete(String key) {
        store.delete(within(key));
    }

    @Override
    public void visit(String prefix, int limit, BiConsumer<String, byte[]> visitor) {
        store.visit(within(prefix), limit, within(visitor));
    }

    @Override
    public void visitBetween(
            String start, String end, int limit, BiConsumer<String, byte[]> visitor) {
        store.visitBetween(within(start), within(end), limit, within(visitor));
    }

    @Override
    public Optional<String> before(String prefix, String key) {
        return store.before(within(prefix), within(key)).map(Compartment::own);
    }

    @Override
    public Optional<String> after(String prefix, String key) {
        return store.after(within(prefix), within(key)).map(Compartment::own);
    }
}
