package dev.pressline.render.search;

import java.time.Duration;
import org.apache.lucene.index.QueryTimeout;

/**
 * Ends a search that takes too long. Thread-safe.
 *
 * @param end when, by the clock of {@link System#nanoTime}
 */
record TimeLimit(long end) implements QueryTimeout {

    /** A limit that ends so long from now. */
    static TimeLimit in(Duration time) {
        return new TimeLimit(System.nanoTime() + time.toNanos());
    }

    @Override
    public boolean shouldExit() {
        return System.nanoTime() - end > 0;
    }
}
