package dev.pressline.kit.watch;

import dev.pressline.kit.failure.InfrastructureException;
import dev.pressline.kit.failure.StoppedException;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Looks at the progress of a group again and again, until its thread is interrupted. A look that
 * fails, in whatever way, is not the last: what waits must not seem to rest because nobody looks.
 */
final class WatchLoop implements Runnable {

    private static final Logger LOG = Logger.getLogger(WatchLoop.class);

    private final String stage;
    private final GroupProgress progress;
    private final Duration pause;

    /** A loop that pauses before each look. */
    WatchLoop(String stage, GroupProgress progress, Duration pause) {
        this.stage = stage;
        this.progress = progress;
        this.pause = pause;
    }

    @Override
    public void run() {
        try {
            while (true) {
                Thread.sleep(pause);
                look();
            }
        } catch (InterruptedException | StoppedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            progress.look();
        } catch (InfrastructureException e) {
            LOG.debugf("the group of %s is not seen: %s", stage, e.getMessage());
        } catch (StoppedException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warnf(e, "unknown failure while looking at the group of %s", stage);
        }
    }
}
