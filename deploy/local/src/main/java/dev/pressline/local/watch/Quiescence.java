package dev.pressline.local.watch;

import dev.pressline.local.process.LaunchException;
import dev.pressline.local.process.Patience;
import java.util.Optional;
import java.util.function.Supplier;

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

    /**
     * Returns when the pipeline has finished. Throws {@link LaunchException}, with what was seen
     * last, when the time is over, and lets the exceptions of {@code look} through at once.
     */
    public void await(Supplier<Snapshot> look, Patience patience) {
        try {
            patience.await(
                    "a quiet pipeline",
                    () -> reached(look.get()) ? Optional.of(true) : Optional.empty());
        } catch (LaunchException e) {
            String seen = before.map(Snapshot::toString).orElse("nothing");
            throw new LaunchException(e.getMessage() + "; last seen: " + seen, e);
        }
    }
}
