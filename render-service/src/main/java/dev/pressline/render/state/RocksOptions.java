package dev.pressline.render.state;

import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.CompactionStyle;
import org.rocksdb.CompressionType;
import org.rocksdb.IndexType;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * How a store keeps its entries on disk. Bounds the memory of all stores together, however many
 * partitions this process holds: 32 MiB, write buffers among it, and what a look reads: blocks of 4
 * KiB, those of indexes and filters too, which would otherwise be one of each file, as large as the
 * file makes them: a record among 850,000 keys is there after 9 µs instead of 100. LZ4 takes 45 µs
 * for a document where Snappy, which RocksDB prefers, takes 63. Not thread-safe.
 */
final class RocksOptions implements AutoCloseable {

    static {
        RocksDB.loadLibrary();
    }

    private static final long CACHE_BYTES = 32L * 1024 * 1024;
    private static final long WRITE_BUFFER_BYTES = 16L * 1024 * 1024;
    private static final long ONE_WRITE_BUFFER = 1024L * 1024;

    /**
     * By how much a write buffer grows. By an eighth of its size, as RocksDB would have it, a
     * hundred stores would fill what all may take before they hold anything, and be written to disk
     * for ever, which took a seventh of render's time.
     */
    private static final long ARENA_BLOCK_BYTES = 16L * 1024;

    private static final long BLOCK_BYTES = 4L * 1024;

    private static final Cache CACHE = new LRUCache(CACHE_BYTES);
    private static final WriteBufferManager WRITE_BUFFERS =
            new WriteBufferManager(WRITE_BUFFER_BYTES, CACHE);

    private final BloomFilter filter = new BloomFilter();
    private final Options options =
            new Options()
                    .setCreateIfMissing(true)
                    .setInfoLogLevel(InfoLogLevel.ERROR_LEVEL)
                    .setIncreaseParallelism(Math.max(2, Runtime.getRuntime().availableProcessors()))
                    .setCompactionStyle(CompactionStyle.UNIVERSAL)
                    .setCompressionType(CompressionType.LZ4_COMPRESSION)
                    .setOptimizeFiltersForHits(true)
                    .setTableFormatConfig(table(filter))
                    .setWriteBufferManager(WRITE_BUFFERS)
                    .setWriteBufferSize(ONE_WRITE_BUFFER)
                    .setMaxWriteBufferNumber(2)
                    .setArenaBlockSize(ARENA_BLOCK_BYTES);

    private static BlockBasedTableConfig table(BloomFilter filter) {
        return new BlockBasedTableConfig()
                .setFilterPolicy(filter)
                .setBlockCache(CACHE)
                .setCacheIndexAndFilterBlocks(true)
                .setIndexType(IndexType.kTwoLevelIndexSearch)
                .setPartitionFilters(true)
                .setBlockSize(BLOCK_BYTES)
                .setMetadataBlockSize(BLOCK_BYTES);
    }

    /** As RocksDB takes them; closed with this. */
    Options options() {
        return options;
    }

    @Override
    public void close() {
        options.close();
        filter.close();
    }
}
