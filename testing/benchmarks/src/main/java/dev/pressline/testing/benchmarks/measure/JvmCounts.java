package dev.pressline.testing.benchmarks.measure;

/**
 * What a JVM has counted since it began. Immutable.
 *
 * @param allocatedBytes of heap, by all threads, ended ones included
 * @param kafkaRequests that it answered as a broker, of clients and of itself
 */
public record JvmCounts(long allocatedBytes, long kafkaRequests) {

    /** Nothing yet. */
    public static final JvmCounts NONE = new JvmCounts(0, 0);

    /** What came since an earlier count. */
    public JvmCounts since(JvmCounts before) {
        return new JvmCounts(
                allocatedBytes - before.allocatedBytes, kafkaRequests - before.kafkaRequests);
    }
}
