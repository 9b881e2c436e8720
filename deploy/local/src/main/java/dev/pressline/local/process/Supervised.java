package dev.pressline.local.process;

/** Child processes of this JVM that belong together. Thread-safe. */
public interface Supervised extends AutoCloseable {

    /** Throws {@link LaunchException} with the last lines of its log when a child has died. */
    void requireAlive();

    /** Stops them in good order, once. */
    @Override
    void close();
}
