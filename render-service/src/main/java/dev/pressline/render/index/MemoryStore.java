package dev.pressline.render.index;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** A {@link SortedStore} in memory, which is gone with the process. Not thread-safe. */
final class MemoryStore implements SortedStore {

    private final TreeMap<String, byte[]> map = new TreeMap<>();

    @Override
    public Optional<byte[]> get(String key) {
        return Optional.ofNullable(map.get(key));
    }

    @Override
    public void put(String key, byte[] value) {
        map.put(key, value);
    }

    @Override
    public void delete(String key) {
        map.remove(key);
    }

    @Override
    public void visit(String prefix, int limit, BiConsumer<String, byte[]> visitor) {
        visit(map.subMap(prefix, prefix + Character.MAX_VALUE), limit, visitor);
    }

    @Override
    public void visitBetween(
            String start, String end, int limit, BiConsumer<String, byte[]> visitor) {
        visit(map.subMap(start, false, end, true), limit, visitor);
    }

    /** Visits a copy, so that visitors may change what they visit. */
    private static void visit(
            Map<String, byte[]> part, int limit, BiConsumer<String, byte[]> visitor) {
        part.entrySet().stream()
                .limit(limit)
                .map(Map.Entry::copyOf)
                .toList()
                .forEach(entry -> visitor.accept(entry.getKey(), entry.getValue()));
    }

    @Override
    public Optional<String> before(String prefix, String key) {
        return Optional.ofNullable(map.lowerKey(key)).filter(found -> found.startsWith(prefix));
    }

    @Override
    public Optional<String> after(String prefix, String key) {
        return Optional.ofNullable(map.higherKey(key)).filter(found -> found.startsWith(prefix));
    }
}
