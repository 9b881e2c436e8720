package dev.pressline.normalize.pending;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads single records of {@code pressline.raw.v1} at their coordinates, without a group, one at a
 * time. Thread-safe.
 */
public final class RawRecords implements RawSource, AutoCloseable {

    private final RawRuns runs;

    RawRecords(Supplier<Consumer<String, byte[]>> connect) {
        this(new RawRuns(connect));
    }

    private RawRecords(RawRuns runs) {
        this.runs = runs;
    }

    /** Reads with the client settings given (bootstrap servers, security). */
    public static RawRecords of(Map<String, Object> clientSettings) {
        return new RawRecords(RawRuns.of(clientSettings, 1, 1));
    }

    @Override
    public Optional<ConsumerRecord<String, byte[]>> read(int partition, long offset) {
        return runs.read(partition, offset).records().stream()
                .findFirst()
                .filter(record -> record.offset() == offset);
    }

    /** Where a partition ends now; throws as {@link #read} does. */
    public long end(int partition) {
        return runs.end(partition);
    }

    @Override
    public void close() {
        runs.close();
    }
}
