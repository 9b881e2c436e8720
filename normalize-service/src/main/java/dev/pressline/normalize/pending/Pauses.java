package dev.pressline.normalize.pending;

import java.time.Duration;

/**
 * The pauses between two looks at a pending document: the first, doubled each round, never longer
 * than the longest. Immutable.
 */
public record Pauses(Duration first, Duration longest) {

    private static final int MAX_DOUBLINGS = 20;

    /** The pause before the look that follows {@code round} earlier ones. */
    Duration after(int round) {
        Duration grown = first.multipliedBy(1L << Math.min(round, MAX_DOUBLINGS));
        return grown.compareTo(longest) < 0 ? grown : longest;
    }
}
