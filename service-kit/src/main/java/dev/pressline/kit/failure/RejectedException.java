package dev.pressline.kit.failure;

/**
 * A record that can never succeed. It goes to the dead-letter queue at once; its neighbours are
 * untouched.
 */
public final class RejectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    /**
     * Makes the rejection; {@code reason} is one of the stage's closed, documented set, in kebab
     * case.
     */
    public RejectedException(String reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** The reason, fit for a metric label. */
    public String reason() {
        return reason;
    }
}
