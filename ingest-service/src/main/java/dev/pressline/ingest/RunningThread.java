package dev.pressline.ingest;

import dev.pressline.ingest.source.RunningSource;
import java.time.Duration;

/**
 * A source that is read by a thread of its own, which may be interrupted anywhere: what it did not
 * save when it stops comes again. Thread-safe.
 */
record RunningThread(Thread thread) implements RunningSource {

    private static final Duration GRACE = Duration.ofSeconds(5);

    @Override
    public void askToStop() {
        thread.interrupt();
    }

    @Override
    public void awaitStop() throws InterruptedException {
        thread.join(GRACE);
    }
}
