package dev.pressline.render.index;

import dev.pressline.render.job.PressProgress;

/**
 * How many of the chapters that can wait are printed at a look: few while the press has other work,
 * since a chapter may mean a hundred items to fetch; twice as many each time that it is done with
 * what it was given, and half as many, in the end none, when a look later it is still at the same
 * batch. Not thread-safe.
 */
final class ChapterAllowance {

    /** As long as the press is not behind. */
    static final int FEWEST = 1;

    /** So many hold up an event that comes meanwhile for a fifth of a second. */
    static final int MOST = 64;

    private final PressProgress press;
    private int size = FEWEST;
    private boolean isUsedUp;
    private long seen;

    ChapterAllowance(PressProgress press) {
        this.press = press;
    }

    /** How many at this look. */
    int next() {
        long batches = press.batches();
        size = isUsedUp ? adapted(batches != seen) : FEWEST;
        seen = batches;
        return size;
    }

    private int adapted(boolean isNews) {
        boolean isIdle = press.isIdle();
        if (!isIdle && !isNews) {
            return size / 2;
        }
        return Math.clamp(isIdle && isNews ? 2 * size : size, FEWEST, MOST);
    }

    /** So many there were to print. */
    void used(int chapters) {
        isUsedUp = chapters == size;
    }
}
