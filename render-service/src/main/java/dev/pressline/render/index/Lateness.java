package dev.pressline.render.index;

import java.time.Duration;

/**
 * How late documents can be read, as the memberships say that the press sent last: what one
 * partition of normalized events cannot see, since it may keep up while the press does not. Shared
 * by the processors of one process. Thread-safe.
 */
final class Lateness {

    private final long lately;
    private volatile Noted last = new Noted(0, 0);

    private record Noted(long at, long age) {}

    /** Lateness that is forgotten when nothing was heard for so long. */
    Lateness(Duration lately) {
        this.lately = lately.toMillis();
    }

    /** A document can be read at {@code now} that was accepted at {@code since}. */
    void heard(long now, long since) {
        last = new Noted(now, Math.max(0, now - since));
    }

    /**
     * Whether the press is at work on what is later than so many milliseconds: it said so within as
     * many before {@code now}.
     */
    boolean isAbove(long millis, long now) {
        Noted noted = last;
        return noted.age() > millis && now - noted.at() <= millis;
    }

    /** How late documents are at {@code now}, in milliseconds. */
    long at(long now) {
        Noted noted = last;
        return now - noted.at() <= lately ? noted.age() : 0;
    }
}
