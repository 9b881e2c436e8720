package dev.pressline.local.process;

/** The pipeline, or a part of it, cannot run; the message is for the person at the terminal. */
public final class LaunchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says what is wrong and, where there is a way, what to do. */
    public LaunchException(String message) {
        super(message);
    }

    /** Says what is wrong, and what it came from. */
    public LaunchException(String message, Throwable cause) {
        super(message, cause);
    }
}
