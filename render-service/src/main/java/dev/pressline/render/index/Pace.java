package dev.pressline.render.index;

import java.time.Duration;

/**
 * Decides how much is printed when. Of the first event after a pause the page is printed at once,
 * and at the next look everything that shares it. While events keep coming, what many documents
 * share, channels above all, waits, so that a burst prints it a few times only; and the older the
 * events are when they come, or the press is behind, the longer that waits, since then throughput
 * is what shortens the delay. That saves a third to a half of the processor time of an import. Not
 * thread-safe.
 */
final class Pace {

    /** How many times as long as events or outputs are late channels may wait. */
    private static final int PATIENCE = 10;

    /** The longest pause that is still within a burst, in milliseconds. */
    private static final long LONGEST_PAUSE = 10_000;

    /**
     * Up to what age, in milliseconds, an event is fresh: as long as commits wait for each other.
     */
    private static final long FRESH = 500;

    /** How many times as long as any gap within a burst so far its end is. */
    private static final int GAPS = 2;

    private final Waits waits;
    private final Lateness lateness;
    private final Stillness stillness;
    private boolean marked = true;
    private long arrivedAt;
    private long gap;
    private long since;
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
    Pace(Waits waits, Lateness lateness, Stillness stillness, long now) {
        this.waits = waits;
        this.lateness = lateness;
        this.stillness = stillness;
        this.arrivedAt = now;
        this.since = now;
        this.pagesAt = now;
        this.everythingAt = now;
    }

    /**
     * An event came at {@code now} that left something to print; it was accepted at {@code since},
     * both in milliseconds.
     */
    void arrived(long now, long since) {
        long passed = now - arrivedAt;
        gap = passed >= LONGEST_PAUSE ? 0 : Math.max(gap, passed);
        arrivedAt = now;
        stillness.stirred(now);
        this.since = Math.min(now, since);
        age = now - this.since;
        marked = true;
    }

    /** When the newest event was accepted, in milliseconds: what is printed is as old as that. */
    long since() {
        return since;
    }

    /**
     * Whether events come as soon as they are accepted: then whoever waits for them waits for us.
     */
    boolean isFresh() {
        return age < FRESH;
    }

    /** Whether there may be something to print. */
    boolean isMarked() {
        return marked;
    }

    /** Whether to print the page of an event at once that came at {@code now}, in milliseconds. */
    boolean isTimeOnArrival(long now) {
        return isTimeForPages(now, waits.interval().toMillis());
    }

    /** How much to print at a look; {@code now} in milliseconds. */
    Extent extent(long now) {
        if (isPause(now) || now - everythingAt >= channelsWait(now)) {
            everythingAt = now;
            pagesAt = now;
            return Extent.EVERYTHING;
        }
        return isTimeForPages(now, 0) ? Extent.PAGES : Extent.NOTHING;
    }

    private boolean isTimeForPages(long now, long shortest) {
        long longest = waits.longest().toMillis();
        boolean isTime = now - pagesAt >= Math.max(shortest, Math.min(age, longest));
        if (isTime) {
            pagesAt = now;
        }
        return isTime;
    }

    /**
     * Whether a burst seems to be over: nothing came for as long as events are late, or for so long
     * as never since it began. Late events alone prove no burst: whoever begins late has some, too.
     * As long as the press is far behind with what was printed, a pause here is none for it. Where
     * nothing at all is going on, whatever waits has waited long enough.
     */
    private boolean isPause(long now) {
        if (stillness.isReached(now)) {
            return true;
        }
        if (lateness.isAbove(waits.longest().toMillis(), now)) {
            return false;
        }
        long shortest = waits.interval().toMillis();
        long longest = Math.clamp(GAPS * gap, shortest, Math.max(shortest, LONGEST_PAUSE));
        return now - arrivedAt >= Math.clamp(late(now), shortest, longest);
    }

    private long late(long now) {
        return Math.max(age, lateness.at(now));
    }

    private long channelsWait(long now) {
        long shortest = waits.longest().toMillis();
        long longest = Math.max(shortest, waits.longestBehind().toMillis());
        return Math.clamp(PATIENCE * late(now), shortest, longest);
    }

    /** What a flush has left. */
    void flushed(boolean isSomethingLeft) {
        marked = isSomethingLeft;
    }
}
