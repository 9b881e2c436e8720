package dev.pressline.kit.failure;

import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Tries work again while infrastructure is down, for ever, until it succeeds or the thread is
 * interrupted. Thread-safe.
 */
public final class Retry {

    private static final Logger LOG = Logger.getLogger(Retry.class);

    private final Backoff backoff;
    private final Runnable onFailure;

    /**
     * Makes a retry with these pauses; {@code onFailure} hears of each failed try, as a sign of
     * life.
     */
    public Retry(Backoff backoff, Runnable onFailure) {
        this.backoff = backoff;
        this.onFailure = onFailure;
    }

    /**
     * Runs {@code work} until it does not throw {@link InfrastructureException}; anything else it
     * throws goes to the caller. {@code what} names the work in the log. Throws {@link
     * StoppedException} when interrupted.
     */
    public <T> T whileDown(String what, Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (InfrastructureException e) {
                onFailure.run();
                Duration pause = longer(backoff.pause(attempt), e);
                LOG.warnf(
                        "%s: %s; try %d, next in %d ms",
                        what, e.getMessage(), attempt, pause.toMillis());
                sleep(pause);
            }
        }
    }

    private Duration longer(Duration pause, InfrastructureException e) {
        Duration asked = e.retryAfter().orElse(Duration.ZERO);
        return asked.compareTo(pause) > 0 && asked.compareTo(backoff.cap()) <= 0 ? asked : pause;
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException();
        }
    }
}
