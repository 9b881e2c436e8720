package dev.pressline.render.index;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.IndexType;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * Bounds the memory of all stores together, however many partitions this process holds: 32 MiB,
 * write buffers among it, and what a look reads: blocks of 4 KiB, those of indexes and filters too,
 * which would otherwise be one of each file, as large as the file makes them.
 */
public final class BoundedRocksDb implements RocksDBConfigSetter {

    private static final long CACHE_BYTES = 32L * 1024 * 1024;
    private static final long WRITE_BUFFER_BYTES = 16L * 1024 * 1024;
    private static final long ONE_WRITE_BUFFER = 1024L * 1024;

    /**
     * By how much a write buffer grows. By an eighth of its size, as RocksDB would have it, a
     * hundred stores would fill what all may take before they hold anything, and be written to disk
     * for ever.
     */
    private static final long ARENA_BLOCK_BYTES = 16L * 1024;

    private static final long BLOCK_BYTES = 4L * 1024;

    private static final Cache CACHE = new LRUCache(CACHE_BYTES);
    private static final WriteBufferManager WRITE_BUFFERS =
            new WriteBufferManager(WRITE_BUFFER_BYTES, CACHE);

    @Override
    public void setConfig(String store, Options options, Map<String, Object> settings) {
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(CACHE);
        table.setCacheIndexAndFilterBlocks(true);
        table.setIndexType(IndexType.kTwoLevelIndexSearch);
        table.setPartitionFilters(true);
        table.setBlockSize(BLOCK_BYTES);
        table.setMetadataBlockSize(BLOCK_BYTES);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(WRITE_BUFFERS);
        options.setWriteBufferSize(ONE_WRITE_BUFFER);
        options.setMaxWriteBufferNumber(2);
        options.setArenaBlockSize(ARENA_BLOCK_BYTES);
    }

    @Override
    public void close(String store, Options options) {
        // The cache and the write buffers are shared by all stores and live as long as the process.
    }
}
