package dev.pressline.render.job;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * How far the press of this process is with the jobs it took: what the index beside it goes by, who
 * makes jobs for all presses alike. Thread-safe.
 */
public final class PressProgress {

    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicLong done = new AtomicLong();
    private final LongSupplier millis;
    private volatile long idleSince;

    /** Of a press that has nothing to do yet; {@code millis} is the time, in milliseconds. */
    public PressProgress(LongSupplier millis) {
        this.millis = millis;
        this.idleSince = millis.getAsLong();
    }

    /** The press took a batch. */
    public void begun() {
        underWay.incrementAndGet();
    }

    /** A batch that it took is over. */
    public void done() {
        done.incrementAndGet();
        idleSince = millis.getAsLong();
        underWay.decrementAndGet();
    }

    /** Whether it has nothing to do. */
    public boolean isIdle() {
        return underWay.get() == 0;
    }

    /** When the last batch was over, in milliseconds. */
    public long idleSince() {
        return idleSince;
    }

    /** How many batches are over since the process began. */
    public long batches() {
        return done.get();
    }
}
