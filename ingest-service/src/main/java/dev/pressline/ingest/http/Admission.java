package dev.pressline.ingest.http;

import dev.pressline.ingest.config.IngestConfig;
import dev.pressline.kit.failure.StoppedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The door that requests with bodies come through: a few are read at once, others wait a little and
 * are then turned away with 503. Thread-safe.
 */
@ApplicationScoped
class Admission {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Semaphore permits;

    Admission(IngestConfig config) {
        this.permits = new Semaphore(config.concurrentPushes());
    }

    /** What is done with a request that was let in. */
    interface Work {
        Response answer() throws IOException;
    }

    /** The answer of {@code work}, or why it was not done. */
    Response admit(Work work) {
        try {
            if (!permits.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return Problem.unavailable("too many requests at once");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Problem.unavailable("the service stops");
        }
        try {
            return work.answer();
        } catch (StoppedException e) {
            return Problem.unavailable("the service stops; send the same again");
        } catch (IOException e) {
            return Problem.badRequest("body", "the body broke off; send the same again");
        } finally {
            permits.release();
        }
    }
}
