package dev.pressline.local.cli;

import dev.pressline.local.pipeline.Pipeline;
import dev.pressline.local.pipeline.PipelineOptions;
import dev.pressline.local.pipeline.StartListener;
import dev.pressline.local.process.LaunchException;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * A pipeline that is stopped in good order however the command ends: by itself, by a failure, or by
 * Ctrl-C. Thread-safe.
 */
final class Running implements AutoCloseable {

    private final Terminal terminal;
    private final Runnable afterwards;
    private final Thread hook = new Thread(this::interrupted, "stop");
    private volatile Optional<Pipeline> pipeline = Optional.empty();
    private volatile boolean closed;

    private Running(Terminal terminal, Runnable afterwards) {
        this.terminal = terminal;
        this.afterwards = afterwards;
    }

    /** Starts a pipeline; {@code afterwards} runs once it has stopped. */
    static Running start(
            PipelineOptions options,
            StartListener listener,
            Terminal terminal,
            Runnable afterwards) {
        Running running = new Running(terminal, afterwards);
        Runtime.getRuntime().addShutdownHook(running.hook);
        try {
            running.pipeline = Optional.of(Pipeline.start(options, listener));
            return running;
        } catch (LaunchException e) {
            running.waitIfInterrupted();
            running.close();
            throw e;
        }
    }

    /** The pipeline. */
    Pipeline pipeline() {
        return pipeline.orElseThrow(() -> new IllegalStateException("not started"));
    }

    /**
     * Fails when a child has died by itself. While a Ctrl-C stops the children it never returns, so
     * that nobody takes that for a failure.
     */
    void check() {
        waitIfInterrupted();
        try {
            pipeline().requireAlive();
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
            pipeline.ifPresentOrElse(Pipeline::close, Running::killChildren);
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
