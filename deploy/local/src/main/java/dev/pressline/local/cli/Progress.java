package dev.pressline.local.cli;

import java.time.Duration;
import java.util.Optional;

/**
 * How far a piece of work is. Immutable.
 *
 * @param done units done
 * @param total units in all, as far as known
 * @param elapsed since it began
 */
record Progress(long done, long total, Duration elapsed) {

    private static final int PERCENT = 100;
    private static final long SHORTEST_RATE_MILLIS = 500;

    /** The part that is done, in percent. */
    int percent() {
        return total <= 0 ? PERCENT : (int) Math.min(PERCENT, PERCENT * done / total);
    }

    /** Units a second, once it can be told. */
    Optional<Double> rate() {
        long millis = elapsed.toMillis();
        return millis < SHORTEST_RATE_MILLIS || done <= 0
                ? Optional.empty()
                : Optional.of(done * 1000.0 / millis);
    }

    /** The time that is left at this rate, once it can be told. */
    Optional<Duration> left() {
        return rate().map(
                        rate ->
                                Duration.ofMillis(
                                        (long) (Math.max(0, total - done) * 1000 / rate)));
    }
}
