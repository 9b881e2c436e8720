package dev.pressline.render.index;

import java.time.Duration;

/**
 * Decides how much is printed when. What many documents share, channels above all, waits while
 * events keep coming, so that a burst prints it a few times only, but never longer than {@code
 * longestWait}; when nothing came since the last look, everything is printed. Not thread-safe.
 */
final class Pace {

    private final long longestWaitMillis;
    private boolean arrived;
    private boolean marked = true;
    private long printedAt;

    Pace(Duration longestWait) {
        this.longestWaitMillis = longestWait.toMillis();
    }

    /** An event came that left something to print. */
    void arrived() {
        arrived = true;
        marked = true;
    }

    /** Whether there may be something to print. */
    boolean isMarked() {
        return marked;
    }

    /** How much to print now; {@code now} in milliseconds. */
    AccountIndex.Extent extent(long now) {
        boolean isDue = !arrived || now - printedAt >= longestWaitMillis;
        arrived = false;
        if (isDue) {
            printedAt = now;
        }
        return isDue ? AccountIndex.Extent.EVERYTHING : AccountIndex.Extent.PAGES;
    }

    /** What a flush has left. */
    void flushed(boolean isSomethingLeft) {
        marked = isSomethingLeft;
    }
}
