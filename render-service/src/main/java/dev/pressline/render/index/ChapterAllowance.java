package dev.pressline.render.index;

import dev.pressline.render.job.PressProgress;

/**
 * How many of the chapters that can wait are printed at a look: few while the press has other work,
 * since a chapter may mean a hundred items to fetch; twice as many each time that it is done with
 * what it was given, and half as many when that takes it long. Behind the batch that it is at, half
 * of that again lies ready, and no more. Not thread-safe.
 */
final class ChapterAllowance {

    /** As long as the press is not behind. */
    static final int FEWEST = 1;

    /** So many hold up an event that comes meanwhile for a fifth of a second. */
    static final int MOST = 64;

    /**
     * So many looks at the same batch are long. When one was, chapters of a single partition left
     * more than half of two cores idle.
     */
    static final int LONG = 3;

    private final PressProgress press;
    private int size = FEWEST;
    private int allowed;
    private boolean isUsedUp;
    private long seen;
    private int looksAtBatch;

    ChapterAllowance(PressProgress press) {
        this.press = press;
    }

    /** How many at this look. */
    int next() {
        long batches = press.batches();
        boolean isNews = batches != seen;
        seen = batches;
        allowed = isUsedUp ? adapted(isNews, press.isIdle()) : begun();
        return allowed;
    }

    private int begun() {
        size = FEWEST;
        looksAtBatch = 0;
        return size;
    }

    private int adapted(boolean isNews, boolean isIdle) {
        if (!isNews && !isIdle) {
            return behindBatch();
        }
        if (isNews && isIdle && looksAtBatch < LONG) {
            size = Math.min(2 * size, MOST);
        }
        looksAtBatch = 0;
        return size;
    }

    private int behindBatch() {
        looksAtBatch++;
        if (looksAtBatch == LONG) {
            size = Math.max(size / 2, FEWEST);
        }
        return looksAtBatch == 1 ? size / 2 : 0;
    }

    /** So many there were to print. */
    void used(int chapters) {
        isUsedUp = chapters == allowed;
    }
}
