package dev.pressline.kit.failure;

/** The service stops while work waits; nothing is lost, because the offset was not committed. */
public final class StoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Makes the signal. */
    public StoppedException() {
        super("stopped while waiting");
    }
}
