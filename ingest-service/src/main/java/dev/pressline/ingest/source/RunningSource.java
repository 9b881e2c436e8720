package dev.pressline.ingest.source;

/** A source that is being read by a thread of its own. Thread-safe. */
public interface RunningSource {

    /** Asks it to stop at the next good place; returns at once. */
    void askToStop();

    /** Waits until it has stopped, and makes it stop when it takes too long. */
    void awaitStop() throws InterruptedException;
}
