package dev.pressline.normalize.pending;

import java.util.concurrent.atomic.AtomicInteger;

/** How many pending documents may be kept in memory, over all partitions. Thread-safe. */
final class Capacity {

    private final int limit;
    private final AtomicInteger taken = new AtomicInteger();

    Capacity(int limit) {
        this.limit = limit;
    }

    /** Takes room for one more; returns whether there was any. */
    boolean take() {
        if (taken.incrementAndGet() <= limit) {
            return true;
        }
        taken.decrementAndGet();
        return false;
    }

    /** Gives room back. */
    void give(int count) {
        taken.addAndGet(-count);
    }

    int taken() {
        return taken.get();
    }

    /** Whether at least half is free. */
    boolean isHalfFree() {
        return taken.get() <= limit / 2;
    }
}
