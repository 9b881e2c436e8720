package dev.pressline.kit.loop;

import dev.pressline.kit.failure.InfrastructureException;
import dev.pressline.kit.failure.StoppedException;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * One turn after another in a virtual thread, from start to stop. A turn that fails, in whatever
 * way, is not the last: what is down is told briefly, what nobody foresaw with its stack.
 * Thread-safe.
 */
public final class EndlessLoop {

    private static final Logger LOG = Logger.getLogger(EndlessLoop.class);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private final String name;
    private final Duration afterFailure;
    private final Turn turn;
    private final Thread thread;
    private Duration first = Duration.ZERO;

    /** What the loop does. Called by its thread alone. */
    @FunctionalInterface
    public interface Turn {

        /** Does some work; returns how long to rest before the next turn. */
        Duration take() throws InterruptedException;

        /** Gives back what turns have held, when no other comes. */
        default void end() {}
    }

    /** A loop of this name, which rests for {@code afterFailure} when a turn has failed. */
    public EndlessLoop(String name, Duration afterFailure, Turn turn) {
        this.name = name;
        this.afterFailure = afterFailure;
        this.turn = turn;
        this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
    }

    /** Starts it, once. */
    public void start() {
        startAfter(Duration.ZERO);
    }

    /** Starts it, once, with a rest. */
    public void startAfter(Duration rest) {
        first = rest;
        thread.start();
    }

    /**
     * Interrupts a turn or its rest, and waits until the loop has ended, five seconds at most. Does
     * nothing to a loop that was not started. An interrupted caller does not wait, and stays so.
     */
    public void stop() {
        thread.interrupt();
        try {
            if (thread.isAlive()) {
                thread.join(LONGEST_STOP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            Thread.sleep(first);
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(take());
            }
        } catch (InterruptedException | StoppedException e) {
            LOG.debugf("%s: stopped, what is left to do waits for the next start", name);
        } finally {
            turn.end();
        }
    }

    private Duration take() throws InterruptedException {
        try {
            return turn.take();
        } catch (StoppedException e) {
            throw e;
        } catch (InfrastructureException e) {
            LOG.infof("%s waits on: %s", name, e.getMessage());
        } catch (RuntimeException e) {
            if (!Thread.currentThread().isInterrupted()) {
                LOG.errorf(e, "%s: a turn failed", name);
            }
        }
        return afterFailure;
    }
}
