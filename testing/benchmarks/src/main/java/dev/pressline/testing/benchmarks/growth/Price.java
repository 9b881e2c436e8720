package dev.pressline.testing.benchmarks.growth;

import dev.pressline.testing.benchmarks.measure.Puts;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * What an operation costs, each time, at a size of the archive. Immutable by convention.
 *
 * @param times how often it was done
 * @param cpu processor time of all processes in all, what they use at rest already taken off
 * @param puts into the store in all
 * @param jobs given to the press in all
 * @param latency from handing in to the last output, in milliseconds
 */
record Price(int times, Duration cpu, Puts puts, long jobs, Histogram latency) {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double BYTES_PER_KILOBYTE = 1e3;
    private static final double NEARLY_ALL = 99;
    private static final double HALF = 50;

    /** What a line of a report has. */
    static final String HEADER =
            String.format(
                    "%9s %-7s %9s %8s %10s %8s %9s %9s",
                    "documents", "", "CPU-ms", "PUTs", "kB put", "jobs", "p50 ms", "p99 ms");

    /** The same as a line of a report. */
    String line(int documents, Operation operation) {
        return String.format(
                Locale.ROOT,
                "%,9d %-7s %9.1f %8.1f %10.1f %8.1f %9d %9d",
                documents,
                operation.title(),
                cpuMillis(),
                each(puts.count()),
                each(puts.bytes()) / BYTES_PER_KILOBYTE,
                each(jobs),
                latency.getValueAtPercentile(HALF),
                latency.getValueAtPercentile(NEARLY_ALL));
    }

    /** How often dearer it is than another: processor time, puts, bytes, jobs, latencies. */
    String ratio(int documents, Operation operation, Price than) {
        return String.format(
                Locale.ROOT,
                "%,9d %-7s %9.2f %8.2f %10.2f %8.2f %9.2f %9.2f",
                documents,
                operation.title(),
                cpuMillis() / than.cpuMillis(),
                each(puts.count()) / than.each(than.puts.count()),
                each(puts.bytes()) / than.each(than.puts.bytes()),
                each(jobs) / than.each(than.jobs),
                at(HALF) / than.at(HALF),
                at(NEARLY_ALL) / than.at(NEARLY_ALL));
    }

    /** The same by the names of figures. */
    Map<String, Double> figures() {
        return Map.of(
                "cpu-ms", cpuMillis(),
                "puts", each(puts.count()),
                "kilobytes", each(puts.bytes()) / BYTES_PER_KILOBYTE,
                "jobs", each(jobs),
                "p50", at(HALF),
                "p99", at(NEARLY_ALL));
    }

    private double at(double percentile) {
        return Math.max(1, latency.getValueAtPercentile(percentile));
    }

    private double cpuMillis() {
        return cpu.toNanos() / NANOS_PER_MILLI / times;
    }

    double each(long all) {
        return (double) all / times;
    }
}
