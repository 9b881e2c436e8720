package dev.pressline.testing.benchmarks.measure;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.function.IntConsumer;

/**
 * What a piece of work costs once the compiler has done its part. Immutable.
 *
 * @param what was done
 * @param micros processor time of the thread that did it, each time
 * @param allocated bytes of heap it took, each time
 * @param beside processor time of the rest of the process meanwhile, compiler and collector above
 *     all, by that of the thread
 */
public record SteadyCost(String what, double micros, long allocated, double beside) {

    /** What a line of a report has. */
    public static final String HEADER =
            String.format("%-34s %10s %16s %8s", "", "us each", "bytes allocated", "beside");

    private static final double NANOS_PER_MICRO = 1e3;
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double QUIET = 0.02;
    private static final int LONGEST = 6;
    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final CompilationMXBean COMPILER = ManagementFactory.getCompilationMXBean();

    /**
     * Measures {@code work}, which is told each number from 0, for {@code seconds} of processor
     * time, after at least {@code warmUp} seconds of it and until a second passes in which the
     * compiler works for less than a fiftieth of it, but no longer than six times {@code warmUp}.
     */
    public static SteadyCost of(String what, int warmUp, int seconds, IntConsumer work) {
        int next = 0;
        for (int second = 0; second < LONGEST * warmUp; second++) {
            long compiled = COMPILER.getTotalCompilationTime();
            next = run(next, 1, work);
            double busy = (COMPILER.getTotalCompilationTime() - compiled) * NANOS_PER_MILLI;
            if (second + 1 >= warmUp && busy < QUIET * NANOS_PER_SECOND) {
                break;
            }
        }
        return measured(what, next, seconds, work);
    }

    private static SteadyCost measured(String what, int first, int seconds, IntConsumer work) {
        long process = process();
        long thread = THREADS.getCurrentThreadCpuTime();
        long heap = THREADS.getCurrentThreadAllocatedBytes();
        int done = run(first, seconds, work) - first;
        long spent = THREADS.getCurrentThreadCpuTime() - thread;
        return new SteadyCost(
                what,
                spent / NANOS_PER_MICRO / done,
                (THREADS.getCurrentThreadAllocatedBytes() - heap) / done,
                (double) (process() - process - spent) / spent);
    }

    /** Works for so many seconds of processor time; returns the number that comes next. */
    private static int run(int first, int seconds, IntConsumer work) {
        long end = THREADS.getCurrentThreadCpuTime() + seconds * NANOS_PER_SECOND;
        int next = first;
        while (THREADS.getCurrentThreadCpuTime() < end) {
            for (int i = 0; i < 16; i++) {
                work.accept(next++);
            }
        }
        return next;
    }

    private static long process() {
        return ((com.sun.management.OperatingSystemMXBean)
                        ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    /** Writes time and allocation as figures of this name. */
    public void addTo(Figures figures, String name) {
        figures.add(name + ".us", micros);
        figures.add(name + ".allocated-bytes", allocated);
    }

    /** The same as a line of a report. */
    public String line() {
        return String.format(
                Locale.ROOT, "%-34s %,10.1f %,16d %7.0f%%", what, micros, allocated, beside * 100);
    }
}
