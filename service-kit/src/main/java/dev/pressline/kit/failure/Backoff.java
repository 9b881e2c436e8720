package dev.pressline.kit.failure;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Growing pauses between tries: doubled each time up to a cap, with full jitter so that many
 * waiters do not return together. Immutable; each run of tries starts its own count.
 *
 * @param first the longest first pause
 * @param cap the longest pause at all
 */
public record Backoff(Duration first, Duration cap) {

    /** A quarter of a second growing to half a minute. */
    public static final Backoff DEFAULT =
            new Backoff(Duration.ofMillis(250), Duration.ofSeconds(30));

    private static final int MAX_DOUBLINGS = 20;

    /** The pause before try number {@code attempt}, which counts from 1. */
    public Duration pause(int attempt) {
        long longest =
                Math.min(cap.toMillis(), first.toMillis() << Math.min(attempt - 1, MAX_DOUBLINGS));
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(longest / 2, longest + 1));
    }
}
