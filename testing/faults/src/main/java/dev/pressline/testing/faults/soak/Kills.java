package dev.pressline.testing.faults.soak;

import dev.pressline.local.process.LaunchException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Kills something again and again, in the background, until it is told to end. Thread-safe. */
final class Kills implements AutoCloseable {

    private final Victims victims;
    private final Duration pause;
    private final List<String> killed = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final CompletableFuture<Void> killing;

    private Kills(Victims victims, Duration pause) {
        this.victims = victims;
        this.pause = pause;
        this.killing = CompletableFuture.runAsync(this::kill, Thread::startVirtualThread);
    }

    /** Begins after a first pause. */
    static Kills begin(Victims victims, Duration pause) {
        return new Kills(victims, pause);
    }

    private void kill() {
        try {
            while (!end.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                killed.add(victims.killNext());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Throws {@link LaunchException} when something did not come back. */
    void requireGoing() {
        if (killing.isCompletedExceptionally()) {
            end();
        }
    }

    /** Ends it when what was killed last is back; returns everything that was killed. */
    List<String> end() {
        end.countDown();
        try {
            killing.join();
        } catch (CompletionException e) {
            throw new LaunchException("a victim did not come back: " + e.getCause(), e);
        }
        return List.copyOf(killed);
    }

    /** Ends it, also where a victim did not come back. */
    @Override
    public void close() {
        end.countDown();
        killing.handle((done, failure) -> done).join();
    }
}
