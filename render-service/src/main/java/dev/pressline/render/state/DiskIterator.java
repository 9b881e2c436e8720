package dev.pressline.render.state;

import java.util.NoSuchElementException;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/** Entries of a {@link Disk} in the order of their keys, or against it. Not thread-safe. */
final class DiskIterator implements KeyValueIterator<Bytes, byte[]> {

    private final Disk disk;
    private final RocksIterator entries;
    private final Bytes from;
    private final @Nullable Bytes to;
    private final boolean isForward;

    DiskIterator(Disk disk, Bytes from, @Nullable Bytes to, boolean isForward) {
        this.disk = disk;
        this.entries = disk.iterator();
        this.from = from;
        this.to = to;
        this.isForward = isForward;
        if (isForward) {
            entries.seek(from.get());
        } else if (to == null) {
            entries.seekToLast();
        } else {
            entries.seekForPrev(to.get());
        }
    }

    @Override
    public boolean hasNext() {
        if (entries.isValid()) {
            return isWithin(Bytes.wrap(entries.key()));
        }
        requireAtTheEnd();
        return false;
    }

    private void requireAtTheEnd() {
        try {
            entries.status();
        } catch (RocksDBException e) {
            throw disk.failed("be gone through", e);
        }
    }

    private boolean isWithin(Bytes key) {
        return isForward ? to == null || key.compareTo(to) <= 0 : key.compareTo(from) >= 0;
    }

    @Override
    public Bytes peekNextKey() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return Bytes.wrap(entries.key());
    }

    @Override
    public KeyValue<Bytes, byte[]> next() {
        KeyValue<Bytes, byte[]> entry = KeyValue.pair(peekNextKey(), entries.value());
        if (isForward) {
            entries.next();
        } else {
            entries.prev();
        }
        return entry;
    }

    @Override
    public void close() {
        entries.close();
    }
}
