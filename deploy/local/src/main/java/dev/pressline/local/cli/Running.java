package dev.pressline.local.cli;

import dev.pressline.local.process.LaunchException;
import dev.pressline.local.process.Supervised;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Child processes that are stopped in good order however the command ends: by itself, by a failure,
 * or by Ctrl-C. Thread-safe.
 *
 * @param <T> what they are together
 */
final class Running<T extends Supervised> implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Terminal terminal;
    private final Runnable afterwards;
    private final Thread hook = new Thread(this::interrupted, "stop");
    private volatile Optional<T> children = Optional.empty();
    private volatile boolean closed;

    private Running(Terminal terminal, Runnable afterwards) {
        this.terminal = terminal;
        this.afterwards = afterwards;
    }

    /** Starts them; {@code afterwards} runs once they have stopped. */
    static <T extends Supervised> Running<T> start(
            Supplier<T> starter, Terminal terminal, Runnable afterwards) {
        Running<T> running = new Running<>(terminal, afterwards);
        Runtime.getRuntime().addShutdownHook(running.hook);
        try {
            running.children = Optional.of(starter.get());
            return running;
        } catch (LaunchException e) {
            running.waitIfInterrupted();
            running.close();
            throw e;
        }
    }

    /** What runs. */
    T children() {
        return children.orElseThrow(() -> new IllegalStateException("not started"));
    }

    /** Returns never but by the failure of a child that has died by itself. */
    void awaitFailure() {
        while (true) {
            check();
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /**
     * Fails when a child has died by itself. While a Ctrl-C stops the children it never returns, so
     * that nobody takes that for a failure.
     */
    void check() {
        waitIfInterrupted();
        try {
            children().requireAlive();
        } catch (LaunchException e) {
            waitIfInterrupted();
            throw e;
        }
    }

    /** Never returns when the JVM is going down, and at once otherwise. */
    void waitIfInterrupted() {
        if (hook.getState() != Thread.State.NEW) {
            while (true) {
                LockSupport.park();
            }
        }
    }

    private void interrupted() {
        if (!closed) {
            terminal.keepTransient();
            terminal.line("  Stopping: services finish what they hold.");
            close();
            terminal.line("  Stopped.");
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            children.ifPresentOrElse(Supervised::close, Running::killChildren);
            afterwards.run();
        }
    }

    private static void killChildren() {
        ProcessHandle.current()
                .children()
                .forEach(
                        child -> {
                            child.destroyForcibly();
                            child.onExit().join();
                        });
    }
}
