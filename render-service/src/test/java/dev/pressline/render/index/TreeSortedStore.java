package dev.pressline.render.index;

import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** A {@link SortedStore} in memory, ordered as RocksDB orders its keys. */
final class TreeSortedStore implements SortedStore {

    private final TreeMap<String, byte[]> map = new TreeMap<>();

    static AccountIndex.Stores stores() {
        return new AccountIndex.Stores(
                new TreeSortedStore(),
                new TreeSortedStore(),
                new TreeSortedStore(),
                new TreeSortedStore(),
                new TreeSortedStore());
    }

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
        new ArrayList<>(map.subMap(prefix, prefix + Character.MAX_VALUE).entrySet())
                .stream()
                        .takeWhile(entry -> entry.getKey().startsWith(prefix))
                        .limit(limit)
                        .forEach(entry -> visitor.accept(entry.getKey(), entry.getValue()));
    }

    @Override
    public void visitBetween(
            String start, String end, int limit, BiConsumer<String, byte[]> visitor) {
        new ArrayList<>(map.subMap(start, false, end, true).entrySet())
                .stream()
                        .limit(limit)
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

    Set<String> keys() {
        return map.keySet();
    }

    Map<String, String> hex() {
        Map<String, String> copy = new TreeMap<>();
        map.forEach((key, value) -> copy.put(key, java.util.HexFormat.of().formatHex(value)));
        return copy;
    }
}
