package dev.pressline.kit.failure;

import java.time.Duration;
import java.util.Optional;

/**
 * Something outside is down, slow or full: the broker, the store, a host. The same work succeeds
 * later, so it is tried again for ever and never dead-lettered.
 */
public class InfrastructureException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Optional<Duration> retryAfter;

    /** Makes the failure of one call. */
    public InfrastructureException(String message, Throwable cause) {
        super(message, cause);
        this.retryAfter = Optional.empty();
    }

    /** Makes the failure of a call whose other side said when to come back. */
    public InfrastructureException(String message, Duration retryAfter) {
        super(message);
        this.retryAfter = Optional.of(retryAfter);
    }

    /** How long the other side asked to be left alone. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
