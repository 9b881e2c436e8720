package dev.pressline.render.index;

import dev.pressline.render.index.AccountIndex.Extent;
import java.time.Duration;

/**
 * Decides how much is printed when. The first event after a pause is printed at once. While events
 * keep coming, what many documents share, channels above all, waits, so that a burst prints it a
 * few times only; and the older the events are when they come, the longer everything waits, since
 * then throughput is what shortens the delay. Not thread-safe.
 */
final class Pace {

    /** How often the age of the newest event channels may wait. */
    private static final int PATIENCE = 10;

    /** The longest pause that is still within a burst, in milliseconds. */
    private static final long LONGEST_PAUSE = 2_000;

    private final Waits waits;
    private boolean marked = true;
    private long arrivedAt;
    private long age;
    private long pagesAt;
    private long everythingAt;

    /**
     * What a pace keeps to.
     *
     * @param interval how often somebody looks
     * @param longest the longest that channels wait while events come fresh, and pages always
     * @param longestBehind the longest that channels wait while events come late
     */
    record Waits(Duration interval, Duration longest, Duration longestBehind) {}

    /** Begins at {@code now}, in milliseconds. */
    Pace(Waits waits, long now) {
        this.waits = waits;
        this.arrivedAt = now;
        this.pagesAt = now;
        this.everythingAt = now;
    }

    /**
     * An event came at {@code now} that left something to print; it was accepted at {@code since},
     * both in milliseconds.
     */
    void arrived(long now, long since) {
        arrivedAt = now;
        age = Math.max(0, now - since);
        marked = true;
    }

    /** Whether there may be something to print. */
    boolean isMarked() {
        return marked;
    }

    /** How much to print now; {@code now} in milliseconds. */
    Extent extent(long now) {
        if (isPause(now) || now - everythingAt >= channelsWait()) {
            everythingAt = now;
            pagesAt = now;
            return Extent.EVERYTHING;
        }
        if (now - pagesAt >= Math.min(age, waits.longest().toMillis())) {
            pagesAt = now;
            return Extent.PAGES;
        }
        return Extent.NOTHING;
    }

    private boolean isPause(long now) {
        long shortest = waits.interval().toMillis();
        return now - arrivedAt >= Math.clamp(age, shortest, Math.max(shortest, LONGEST_PAUSE));
    }

    private long channelsWait() {
        long shortest = waits.longest().toMillis();
        long longest = Math.max(shortest, waits.longestBehind().toMillis());
        return Math.clamp(PATIENCE * age, shortest, longest);
    }

    /** What a flush has left. */
    void flushed(boolean isSomethingLeft) {
        marked = isSomethingLeft;
    }
}
