package dev.pressline.render.index;

import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * A {@link SortedStore} on a Kafka Streams store, which keeps it on disk and in a changelog topic.
 */
final class KafkaSortedStore implements SortedStore {

    private final KeyValueStore<String, byte[]> store;

    KafkaSortedStore(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    @Override
    public Optional<byte[]> get(String key) {
        return Optional.ofNullable(store.get(key));
    }

    @Override
    public void put(String key, byte[] value) {
        store.put(key, value);
    }

    @Override
    public void delete(String key) {
        store.delete(key);
    }

    @Override
    public void visit(String prefix, int limit, BiConsumer<String, byte[]> visitor) {
        try (KeyValueIterator<String, byte[]> entries =
                store.range(prefix, prefix + Character.MAX_VALUE)) {
            for (int i = 0; i < limit && entries.hasNext(); i++) {
                KeyValue<String, byte[]> entry = entries.next();
                visitor.accept(entry.key, entry.value);
            }
        }
    }

    @Override
    public void visitBetween(
            String start, String end, int limit, BiConsumer<String, byte[]> visitor) {
        int left = limit;
        try (KeyValueIterator<String, byte[]> entries = store.range(start, end)) {
            while (left > 0 && entries.hasNext()) {
                KeyValue<String, byte[]> entry = entries.next();
                if (!entry.key.equals(start)) {
                    visitor.accept(entry.key, entry.value);
                    left--;
                }
            }
        }
    }

    @Override
    public Optional<String> before(String prefix, String key) {
        try (KeyValueIterator<String, byte[]> entries = store.reverseRange(prefix, key)) {
            return firstOther(entries, key);
        }
    }

    @Override
    public Optional<String> after(String prefix, String key) {
        try (KeyValueIterator<String, byte[]> entries =
                store.range(key, prefix + Character.MAX_VALUE)) {
            return firstOther(entries, key);
        }
    }

    private static Optional<String> firstOther(
            KeyValueIterator<String, byte[]> entries, String key) {
        while (entries.hasNext()) {
            String found = entries.next().key;
            if (!found.equals(key)) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }
}
