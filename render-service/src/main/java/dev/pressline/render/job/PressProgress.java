package dev.pressline.render.job;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How far the press of this process is with the jobs it took: what the index beside it goes by, who
 * makes jobs for all presses alike. Thread-safe.
 */
public final class PressProgress {

    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicLong done = new AtomicLong();

    /** The press took a batch. */
    public void begun() {
        underWay.incrementAndGet();
    }

    /** A batch that it took is over. */
    public void done() {
        done.incrementAndGet();
        underWay.decrementAndGet();
    }

    /** Whether it has nothing to do. */
    public boolean isIdle() {
        return underWay.get() == 0;
    }

    /** How many batches are over since the process began. */
    public long batches() {
        return done.get();
    }
}
