package dev.pressline.testing.benchmarks.measure;

import java.time.Duration;
import java.util.Map;

/**
 * What some documents cost a contender. Immutable.
 *
 * @param documents how many
 * @param elapsed from the first record sent to the last output readable
 * @param cpu processor time by process
 * @param puts into the store
 * @param peakResident the largest resident set so far by process, in bytes
 * @param counts what each process counted of itself
 */
public record Cost(
        int documents,
        Duration elapsed,
        Map<String, Duration> cpu,
        Puts puts,
        Map<String, Long> peakResident,
        Map<String, JvmCounts> counts) {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    /** Documents per second. */
    public double documentsPerSecond() {
        return documents * NANOS_PER_SECOND / elapsed.toNanos();
    }

    /** Processor time of all processes for each document, in milliseconds. */
    public double cpuMillis() {
        return cpu.keySet().stream().mapToDouble(this::cpuMillis).sum();
    }

    /** Processor time of one process for each document, in milliseconds. */
    public double cpuMillis(String process) {
        Duration used = cpu.getOrDefault(process, Duration.ZERO);
        return used.toNanos() / NANOS_PER_MILLI / documents;
    }

    /** Objects put for each document. */
    public double putsPerDocument() {
        return (double) puts.count() / documents;
    }

    /** Bytes put for each document. */
    public double bytesPerDocument() {
        return (double) puts.bytes() / documents;
    }

    /** Bytes of heap that all processes took for each document. */
    public double allocatedPerDocument() {
        return counts.keySet().stream().mapToDouble(this::allocatedPerDocument).sum();
    }

    /** Bytes of heap that one process took for each document. */
    public double allocatedPerDocument(String process) {
        JvmCounts of = counts.getOrDefault(process, JvmCounts.NONE);
        return (double) of.allocatedBytes() / documents;
    }

    /** Requests to the brokers for each document. */
    public double kafkaRequestsPerDocument() {
        return counts.values().stream().mapToDouble(JvmCounts::kafkaRequests).sum() / documents;
    }
}
