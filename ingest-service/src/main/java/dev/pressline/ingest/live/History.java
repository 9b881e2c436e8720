package dev.pressline.ingest.live;

import dev.pressline.ingest.cursor.Missing;
import java.util.concurrent.Future;

/** Where streams have what they missed read in another way. Thread-safe. */
public interface History {

    /**
     * Begins to ask for it. Done when all that is to be read will be read, whatever happens to this
     * process; waits for what is down, and never fails. Cancelling stops it.
     */
    Future<?> ask(Missing missing);
}
