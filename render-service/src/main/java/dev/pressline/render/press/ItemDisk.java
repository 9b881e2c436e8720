package dev.pressline.render.press;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jboss.logging.Logger;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.CompactionOptionsFIFO;
import org.rocksdb.CompactionStyle;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteOptions;

/**
 * Packed items on disk, in a directory that no other process uses; the oldest go when it is full.
 * It begins empty, since what it held may have been rendered by another version or for another
 * site. A disk that fails keeps nothing: then items are made anew, which without any disk took 30
 * to 40 % of render's time after 165,000 documents, and takes 9 with it. After {@link #close} it is
 * empty. Thread-safe.
 */
final class ItemDisk implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ItemDisk.class);
    private static final long WRITE_BUFFER_BYTES = 4L * 1024 * 1024;

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final CompactionOptionsFIFO room;
    private final BloomFilter filter = new BloomFilter();
    private final Options options;
    private final WriteOptions unlogged = new WriteOptions().setDisableWAL(true);
    private final RocksDB items;
    private boolean isOpen = true;

    private ItemDisk(Path directory, long maximumBytes) throws RocksDBException {
        this.room = new CompactionOptionsFIFO().setMaxTableFilesSize(maximumBytes);
        this.options =
                new Options()
                        .setCreateIfMissing(true)
                        .setCompactionStyle(CompactionStyle.FIFO)
                        .setCompactionOptionsFIFO(room)
                        .setWriteBufferSize(WRITE_BUFFER_BYTES)
                        .setTableFormatConfig(
                                new BlockBasedTableConfig()
                                        .setFilterPolicy(filter)
                                        .setNoBlockCache(true));
        RocksDB.destroyDB(directory.toString(), options);
        this.items = RocksDB.open(options, directory.toString());
    }

    /** An empty one in a directory, of at most so many bytes and four MiB more. */
    static ItemDisk open(Path directory, long maximumBytes) {
        RocksDB.loadLibrary();
        try {
            Files.createDirectories(directory);
            return new ItemDisk(directory, maximumBytes);
        } catch (IOException e) {
            throw new UncheckedIOException(refusal(directory), e);
        } catch (RocksDBException e) {
            throw new IllegalStateException(refusal(directory), e);
        }
    }

    private static String refusal(Path directory) {
        return "feed items cannot be kept in %s; name another directory, which no other process uses, in pressline.render.press.items-directory"
                .formatted(directory);
    }

    boolean contains(String sha256) {
        return get(sha256).isPresent();
    }

    /** The item of a document with this hash, if it is here. */
    Optional<byte[]> get(String sha256) {
        lock.readLock().lock();
        try {
            return isOpen ? Optional.ofNullable(items.get(key(sha256))) : Optional.empty();
        } catch (RocksDBException e) {
            LOG.warnf(e, "the feed item of %s cannot be read and is made anew", sha256);
            return Optional.empty();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Keeps an item as long as there is room. */
    void put(String sha256, byte[] item) {
        lock.readLock().lock();
        try {
            if (isOpen) {
                items.put(unlogged, key(sha256), item);
            }
        } catch (RocksDBException e) {
            LOG.warnf(e, "the feed item of %s cannot be kept", sha256);
        } finally {
            lock.readLock().unlock();
        }
    }

    private static byte[] key(String sha256) {
        return sha256.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            if (isOpen) {
                isOpen = false;
                items.close();
                unlogged.close();
                options.close();
                filter.close();
                room.close();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }
}
