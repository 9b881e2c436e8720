package dev.pressline.render.index;

import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * A {@link SortedStore} that also keeps in memory the entries of which there are few at any time
 * and which are looked at all the time: those whose keys begin with certain letters. They are read
 * from memory, and written to both, so a store that is read anew after a crash has them all. To
 * look for them on disk took a sixth of render's time in an import. Not thread-safe.
 */
final class MirroredStore implements SortedStore {

    private final SortedStore store;
    private final String mirrored;
    private final MemoryStore mirror = new MemoryStore();

    /** Mirrors the entries of a store whose keys begin with one of the letters. */
    MirroredStore(SortedStore store, String letters) {
        this.store = store;
        this.mirrored = letters;
        letters.chars()
                .mapToObj(Character::toString)
                .forEach(letter -> store.visit(letter, Integer.MAX_VALUE, mirror::put));
    }

    private SortedStore readable(String key) {
        return isMirrored(key) ? mirror : store;
    }

    private boolean isMirrored(String key) {
        return mirrored.indexOf(key.charAt(0)) >= 0;
    }

    @Override
    public Optional<byte[]> get(String key) {
        return readable(key).get(key);
    }

    @Override
    public void put(String key, byte[] value) {
        store.put(key, value);
        if (isMirrored(key)) {
            mirror.put(key, value);
        }
    }

    @Override
    public void delete(String key) {
        store.delete(key);
        mirror.delete(key);
    }

    @Override
    public void visit(String prefix, int limit, BiConsumer<String, byte[]> visitor) {
        readable(prefix).visit(prefix, limit, visitor);
    }

    @Override
    public void visitBetween(
            String start, String end, int limit, BiConsumer<String, byte[]> visitor) {
        readable(start).visitBetween(start, end, limit, visitor);
    }

    @Override
    public Optional<String> before(String prefix, String key) {
        return readable(prefix).before(prefix, key);
    }

    @Override
    public Optional<String> after(String prefix, String key) {
        return readable(prefix).after(prefix, key);
    }
}
