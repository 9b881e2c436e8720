package dev.pressline.ingest.backfill;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** How many a second, over the last minute. Thread-safe. */
final class Rate {

    private static final long STEP = TimeUnit.SECONDS.toNanos(1);
    private static final long SPAN = TimeUnit.SECONDS.toNanos(60);

    private final LongSupplier nanos;
    private final Deque<Sample> samples = new ArrayDeque<>();
    private long total;

    /** What there was in all at a moment. */
    private record Sample(long at, long total) {}

    /** Measures by this clock, in nanoseconds. */
    Rate(LongSupplier nanos) {
        this.nanos = nanos;
        samples.add(new Sample(nanos.getAsLong(), 0));
    }

    synchronized void add(long more) {
        sample();
        total += more;
    }

    /** The rate; 0 in the first second. */
    synchronized double perSecond() {
        long now = sample();
        Sample first = samples.getFirst();
        long elapsed = now - first.at();
        return elapsed < STEP
                ? 0
                : (total - first.total()) * (double) TimeUnit.SECONDS.toNanos(1) / elapsed;
    }

    private long sample() {
        long now = nanos.getAsLong();
        if (now - samples.getLast().at() >= STEP) {
            samples.add(new Sample(now, total));
        }
        while (samples.size() > 1 && now - samples.getFirst().at() > SPAN) {
            samples.removeFirst();
        }
        return now;
    }
}
