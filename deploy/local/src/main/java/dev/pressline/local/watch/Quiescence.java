package dev.pressline.local.watch;

import java.util.Optional;

/**
 * Decides when a pipeline has finished: two looks, one after the other, at which it was idle and
 * between which nothing was written. Not thread-safe.
 */
public final class Quiescence {

    private Optional<Snapshot> before = Optional.empty();

    /** Has seen nothing yet. */
    public Quiescence() {}

    /** Takes in the next look; returns whether the pipeline has finished. */
    public boolean reached(Snapshot now) {
        boolean still = now.idle() && before.filter(now::equals).isPresent();
        before = Optional.of(now);
        return still;
    }
}
