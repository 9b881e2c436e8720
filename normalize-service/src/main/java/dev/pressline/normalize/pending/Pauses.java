package dev.pressline.normalize.pending;

import java.time.Duration;

/**
 * The pauses between two looks at a pending document: the first, doubled each round, never longer
 * than the longest. Immutable.
 */
public record Pauses(Duration first, Duration longest) {

    /** The pause before a look at what lacks nothing. */
    static final Duration DAILY = Duration.ofHours(24);

    private static final int MAX_DOUBLINGS = 20;

    /** The pause before the next look at a document. */
    Duration before(PendingDocument document) {
        return document.daily() ? DAILY : after(document.round());
    }

    /** The pause before the look that follows {@code round} earlier ones. */
    Duration after(int round) {
        Duration grown = first.multipliedBy(1L << Math.min(round, MAX_DOUBLINGS));
        return grown.compareTo(longest) < 0 ? grown : longest;
    }
}
