package dev.pressline.render.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.Statistics;
import org.rocksdb.TickerType;

class RocksOptionsTest {

    private static final int KEYS = 100_000;
    private static final int SPREAD = 0x9E3779B1;
    private static final int LARGEST_BLOCK = 8 * 1024;

    @TempDir Path directory;

    @ParameterizedTest
    @CsvSource({
        "BLOCK_CACHE_DATA_BYTES_INSERT, BLOCK_CACHE_DATA_ADD",
        "BLOCK_CACHE_INDEX_BYTES_INSERT, BLOCK_CACHE_INDEX_ADD",
        "BLOCK_CACHE_FILTER_BYTES_INSERT, BLOCK_CACHE_FILTER_ADD"
    })
    void get_fromALargeFile_readsSmallBlocksOnly(TickerType bytes, TickerType blocks)
            throws RocksDBException {
        // Given
        try (Statistics statistics = new Statistics();
                RocksOptions rocks = new RocksOptions()) {
            Options options = rocks.options().setStatistics(statistics);
            fill(options);

            // When
            try (RocksDB store = RocksDB.open(options, directory.toString())) {
                for (int i = 0; i < KEYS; i += 100) {
                    assertThat(store.get(key(i))).isEqualTo(value(i));
                }
            }

            // Then
            long read = statistics.getTickerCount(blocks);
            assertThat(read).isPositive();
            assertThat(statistics.getTickerCount(bytes) / read).isLessThan(LARGEST_BLOCK);
        }
    }

    private void fill(Options options) throws RocksDBException {
        try (RocksDB store = RocksDB.open(options, directory.toString())) {
            for (int i = 0; i < KEYS; i++) {
                store.put(key(i), value(i));
            }
            store.compactRange();
        }
    }

    private static byte[] key(int number) {
        return "%08x-%d".formatted(number * SPREAD, number).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] value(int number) {
        return "%0100d".formatted(number).getBytes(StandardCharsets.UTF_8);
    }
}
