package dev.pressline.render.index;

import dev.pressline.render.job.PressProgress;

/**
 * Whether a burst is over for the whole process: no partition of the index has got anything, and
 * the press beside it had nothing to do, for a second. Then nobody is kept waiting by what is
 * printed now. Shared by the processors of one process. Thread-safe.
 */
final class Stillness {

    private static final long ENOUGH_MILLIS = 1_000;

    private final PressProgress press;
    private volatile long stirredAt;

    Stillness(PressProgress press) {
        this.press = press;
    }

    /** Something came at {@code now}, in milliseconds. */
    void stirred(long now) {
        stirredAt = now;
    }

    /** Whether it is still at {@code now}, in milliseconds, and was for long enough. */
    boolean isReached(long now) {
        return press.isIdle() && now - Math.max(stirredAt, press.idleSince()) >= ENOUGH_MILLIS;
    }
}
