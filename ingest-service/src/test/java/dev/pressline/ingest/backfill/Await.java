package dev.pressline.ingest.backfill;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waits for what other threads bring about. */
final class Await {

    private static final Duration LONGEST = Duration.ofSeconds(120);

    private Await() {}

    /** Returns when the condition holds; fails when it does not for long. */
    static void until(String what, BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plus(LONGEST);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("still not: " + what);
            }
            Thread.sleep(Duration.ofMillis(5));
        }
    }
}
