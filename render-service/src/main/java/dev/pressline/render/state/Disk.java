package dev.pressline.render.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.TaskCorruptedException;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.rocksdb.FlushOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Status;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * What a store keeps on disk: entries, and a mark that says how far they go. There is no log of
 * what was written last: a process that is killed leaves what it had written up to some moment, and
 * the mark of that moment. What cannot be opened any more is emptied, and what cannot be read has
 * Kafka Streams do so ({@link TaskCorruptedException}): it is all in the changelog. Otherwise fails
 * with {@link ProcessorStateException}. Not thread-safe.
 */
final class Disk implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Disk.class);

    /** Before all entries, whose keys begin with a letter. */
    private static final byte[] MARK = {0};

    private static final Bytes FIRST = Bytes.wrap(new byte[] {1});

    private final Path directory;
    private final TaskId task;
    private final RocksOptions rocks = new RocksOptions();
    private final WriteOptions unlogged = new WriteOptions().setDisableWAL(true);
    private RocksDB entries;

    /** Opens what a task has in a directory, which may not be there yet. */
    Disk(Path directory, TaskId task) {
        this.directory = directory;
        this.task = task;
        this.entries = openOrEmpty();
    }

    private RocksDB openOrEmpty() {
        try {
            Files.createDirectories(directory);
            return open();
        } catch (RocksDBException e) {
            LOG.warnf(e, "%s cannot be opened and begins anew", directory);
            return emptied();
        } catch (IOException e) {
            throw new UncheckedIOException(directory + " cannot be made", e);
        }
    }

    private RocksDB open() throws RocksDBException {
        return RocksDB.open(rocks.options(), directory.toString());
    }

    private RocksDB emptied() {
        try {
            RocksDB.destroyDB(directory.toString(), rocks.options());
            return open();
        } catch (RocksDBException e) {
            throw new ProcessorStateException(directory + " cannot be emptied", e);
        }
    }

    /** What is to be thrown where something cannot be done with it. */
    RuntimeException failed(String what, RocksDBException cause) {
        boolean isCorrupt =
                Optional.ofNullable(cause.getStatus())
                        .filter(status -> status.getCode() == Status.Code.Corruption)
                        .isPresent();
        ProcessorStateException failure =
                new ProcessorStateException(directory + " cannot " + what, cause);
        return isCorrupt ? new TaskCorruptedException(Set.of(task), failure) : failure;
    }

    /** How far the entries go; empty where there are none. */
    Optional<Mark> mark() {
        return Optional.ofNullable(read(MARK)).map(Mark::of);
    }

    byte @Nullable [] get(Bytes key) {
        return read(key.get());
    }

    private byte @Nullable [] read(byte[] key) {
        try {
            return entries.get(key);
        } catch (RocksDBException e) {
            throw failed("be read", e);
        }
    }

    /** The entries between two keys, both included, as they are now; without a key to the end. */
    KeyValueIterator<Bytes, byte[]> between(
            @Nullable Bytes from, @Nullable Bytes to, boolean isForward) {
        return new DiskIterator(this, from == null ? FIRST : from, to, isForward);
    }

    /** Goes through the entries as they are now. */
    RocksIterator iterator() {
        return entries.newIterator();
    }

    /** Writes changes, and the mark behind them if there is one, all or nothing. */
    void write(Map<Bytes, Optional<byte[]>> changes, Optional<Mark> mark) {
        try (WriteBatch batch = new WriteBatch()) {
            for (Map.Entry<Bytes, Optional<byte[]>> change : changes.entrySet()) {
                byte[] key = change.getKey().get();
                if (change.getValue().isPresent()) {
                    batch.put(key, change.getValue().get());
                } else {
                    batch.delete(key);
                }
            }
            if (mark.isPresent()) {
                batch.put(MARK, mark.get().bytes());
            }
            entries.write(unlogged, batch);
        } catch (RocksDBException e) {
            throw failed("be written", e);
        }
    }

    /** Has everything that was written outlive this process, however it ends. */
    void flush() {
        try (FlushOptions waiting = new FlushOptions().setWaitForFlush(true)) {
            entries.flush(waiting);
        } catch (RocksDBException e) {
            throw failed("be flushed", e);
        }
    }

    /** About how many entries there are. */
    long size() {
        try {
            return entries.getLongProperty("rocksdb.estimate-num-keys");
        } catch (RocksDBException e) {
            throw failed("be counted", e);
        }
    }

    /** Begins anew, with nothing. */
    void clear() {
        entries.close();
        entries = emptied();
    }

    @Override
    public void close() {
        entries.close();
        unlogged.close();
        rocks.close();
    }
}
