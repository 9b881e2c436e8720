package dev.pressline.normalize.flood;

import dev.pressline.contract.identifier.Did;
import dev.pressline.kit.failure.StoppedException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Which accounts are being worked on: the stage, with a batch at a time, and the lane of floods,
 * with an account at a time, never work on the same one. Who asks gets it next. Thread-safe for one
 * stage and one lane.
 */
public final class AccountsInHand {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Set<Did> stage = Set.of();
    private Set<Did> stageWants = Set.of();
    private Optional<Did> lane = Optional.empty();

    /** Works, as the stage, on accounts; throws {@link StoppedException} when interrupted. */
    public void asStage(Set<Did> accounts, Runnable work) {
        lock.lock();
        try {
            stageWants = accounts;
            while (lane.filter(accounts::contains).isPresent()) {
                await();
            }
            stage = accounts;
        } finally {
            stageWants = Set.of();
            lock.unlock();
        }
        try {
            work.run();
        } finally {
            change(() -> stage = Set.of());
        }
    }

    /** Works, as the lane, on an account; throws {@link StoppedException} when interrupted. */
    public void asLane(Did account, Runnable work) {
        lock.lock();
        try {
            lane = Optional.of(account);
            while (stage.contains(account)) {
                await();
            }
        } catch (StoppedException e) {
            change(() -> lane = Optional.empty());
            throw e;
        } finally {
            lock.unlock();
        }
        try {
            work.run();
        } finally {
            change(() -> lane = Optional.empty());
        }
    }

    /** Whether the stage waits for the account that the lane has. */
    public boolean isWanted() {
        lock.lock();
        try {
            return lane.filter(stageWants::contains).isPresent();
        } finally {
            lock.unlock();
        }
    }

    private void await() {
        try {
            changed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException();
        }
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
