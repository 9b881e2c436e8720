package dev.pressline.render.index;

import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * A sorted map from text to bytes that survives restarts: the state of the index, without Kafka.
 * Not thread-safe.
 */
interface SortedStore {

    Optional<byte[]> get(String key);

    void put(String key, byte[] value);

    void delete(String key);

    /** Visits at most {@code limit} entries whose keys begin with {@code prefix}, ascending. */
    void visit(String prefix, int limit, BiConsumer<String, byte[]> visitor);

    /**
     * Visits at most {@code limit} entries whose keys come behind {@code start}, and are not behind
     * {@code end}, ascending.
     */
    void visitBetween(String start, String end, int limit, BiConsumer<String, byte[]> visitor);

    /** The key before {@code key} among those with this prefix. */
    Optional<String> before(String prefix, String key);

    /** The key after {@code key} among those with this prefix. */
    Optional<String> after(String prefix, String key);
}
