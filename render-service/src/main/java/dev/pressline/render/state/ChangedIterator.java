package dev.pressline.render.state;

import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;

/**
 * Entries as changes make them: of both, in the order of their keys or against it, a change instead
 * of the entry of its key. Not thread-safe.
 */
final class ChangedIterator implements KeyValueIterator<Bytes, byte[]> {

    private final Iterator<Map.Entry<Bytes, Optional<byte[]>>> changes;
    private final KeyValueIterator<Bytes, byte[]> entries;
    private final Comparator<Bytes> order;
    private Optional<Map.Entry<Bytes, Optional<byte[]>>> change = Optional.empty();
    private Optional<KeyValue<Bytes, byte[]>> next = Optional.empty();

    /** Changes and entries have the same order. */
    ChangedIterator(
            Iterator<Map.Entry<Bytes, Optional<byte[]>>> changes,
            KeyValueIterator<Bytes, byte[]> entries,
            boolean isForward) {
        this.changes = changes;
        this.entries = entries;
        this.order = isForward ? Comparator.naturalOrder() : Comparator.reverseOrder();
        advanceChange();
        advance();
    }

    private void advanceChange() {
        change = changes.hasNext() ? Optional.of(changes.next()) : Optional.empty();
    }

    private void advance() {
        next = Optional.empty();
        while (next.isEmpty() && (change.isPresent() || entries.hasNext())) {
            next = isEntryFirst() ? Optional.of(entries.next()) : takeChange();
        }
    }

    private boolean isEntryFirst() {
        return entries.hasNext()
                && change.map(each -> order.compare(entries.peekNextKey(), each.getKey()) < 0)
                        .orElse(true);
    }

    /** What a change leaves of its key, in place of the entry. */
    private Optional<KeyValue<Bytes, byte[]>> takeChange() {
        Map.Entry<Bytes, Optional<byte[]>> taken = change.orElseThrow();
        if (entries.hasNext() && entries.peekNextKey().equals(taken.getKey())) {
            entries.next();
        }
        advanceChange();
        return taken.getValue().map(value -> KeyValue.pair(taken.getKey(), value));
    }

    @Override
    public boolean hasNext() {
        return next.isPresent();
    }

    @Override
    public Bytes peekNextKey() {
        return next.orElseThrow(NoSuchElementException::new).key;
    }

    @Override
    public KeyValue<Bytes, byte[]> next() {
        KeyValue<Bytes, byte[]> taken = next.orElseThrow(NoSuchElementException::new);
        advance();
        return taken;
    }

    @Override
    public void close() {
        entries.close();
    }
}
