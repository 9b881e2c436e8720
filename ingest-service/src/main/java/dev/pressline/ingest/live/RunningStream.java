package dev.pressline.ingest.live;

import dev.pressline.ingest.cursor.Claim;
import dev.pressline.ingest.source.RunningSource;
import java.time.Duration;

/** A stream that is being read. Thread-safe. */
public final class RunningStream implements RunningSource {

    private static final Duration GRACE = Duration.ofSeconds(5);

    private final StreamReader reader;
    private final Thread thread;

    RunningStream(StreamReader reader, Thread thread) {
        this.reader = reader;
        this.thread = thread;
    }

    /** Hears that somebody wrote a cursor of this stream under a claim. */
    public void written(Claim claim) {
        reader.written(claim);
    }

    @Override
    public void askToStop() {
        reader.askToStop();
    }

    /**
     * One that waits for something that is down is interrupted; what it did not save comes again.
     */
    @Override
    public void awaitStop() throws InterruptedException {
        if (!thread.join(GRACE)) {
            thread.interrupt();
            thread.join(GRACE);
        }
    }
}
