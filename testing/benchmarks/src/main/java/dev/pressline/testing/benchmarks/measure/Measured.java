package dev.pressline.testing.benchmarks.measure;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.function.IntConsumer;

/**
 * What a piece of work cost, in processor time of the whole process: compiler and collector too.
 * Immutable.
 *
 * @param what was done
 * @param perSecond how often a second and core
 * @param goal how often it should be
 * @param evenness how fast the last tenth was, measured by the first; 1 is as fast
 */
public record Measured(String what, double perSecond, int goal, double evenness) {

    private static final int TENTHS = 10;
    private static final double NANOS_PER_SECOND = 1e9;

    /** What a line of a report has. */
    public static final String HEADER =
            String.format(
                    "%-44s %12s %10s %6s %10s", "", "per s, core", "goal", "ratio", "last/first");

    /** Measures {@code work}, which is told each number from 0 to {@code count}. */
    public static Measured of(String what, int goal, int count, IntConsumer work) {
        long[] tenths = new long[TENTHS];
        int size = count / TENTHS;
        for (int tenth = 0; tenth < TENTHS; tenth++) {
            long begun = cpu();
            for (int i = tenth * size; i < (tenth + 1) * size; i++) {
                work.accept(i);
            }
            tenths[tenth] = Math.max(1, cpu() - begun);
        }
        long all = 0;
        for (long tenth : tenths) {
            all += tenth;
        }
        double rate = size * TENTHS * NANOS_PER_SECOND / all;
        return new Measured(what, rate, goal, (double) tenths[0] / tenths[TENTHS - 1]);
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean)
                        ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    /** The same as a line of a report. */
    public String line() {
        return String.format(
                Locale.ROOT,
                "%-44s %,12.0f %,10d %6.2f %10.2f",
                what,
                perSecond,
                goal,
                perSecond / goal,
                evenness);
    }
}
