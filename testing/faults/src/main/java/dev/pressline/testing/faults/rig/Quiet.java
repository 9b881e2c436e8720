package dev.pressline.testing.faults.rig;

import dev.pressline.local.pipeline.Addresses;
import dev.pressline.local.process.LaunchException;
import dev.pressline.local.process.Patience;
import dev.pressline.local.watch.PipelineProbe;
import dev.pressline.local.watch.Quiescence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Waits until no replica has anything left to do. Not thread-safe. */
final class Quiet implements AutoCloseable {

    private final List<View> views = new ArrayList<>();
    private final Patience patience;

    /** What one view saw last, which is told when the time is over. */
    private record View(PipelineProbe probe, Quiescence quiescence) {}

    /** Looks at all of these, each with other replicas, for so long. */
    Quiet(List<Addresses> addresses, Patience patience) {
        this.patience = patience;
        for (Addresses each : addresses) {
            views.add(new View(new PipelineProbe(each), new Quiescence()));
        }
    }

    /** Waits; {@code check} throws when waiting is in vain. */
    void await(Runnable check) {
        StringBuilder last = new StringBuilder();
        try {
            patience.await(
                    "a quiet pipeline",
                    () -> {
                        check.run();
                        last.setLength(0);
                        return isQuiet(last) ? Optional.of(true) : Optional.empty();
                    });
        } catch (LaunchException e) {
            throw new LaunchException(e.getMessage() + "; last seen: " + last, e);
        }
    }

    private boolean isQuiet(StringBuilder seen) {
        boolean isQuiet = true;
        for (View view : views) {
            try {
                var snapshot = view.probe().look();
                seen.append(snapshot.lags()).append(' ').append(snapshot.pending()).append(' ');
                isQuiet &= view.quiescence().reached(snapshot);
            } catch (LaunchException e) {
                seen.append(e.getMessage());
                isQuiet = false;
            }
        }
        return isQuiet;
    }

    @Override
    public void close() {
        views.forEach(view -> view.probe().close());
    }
}
