package dev.pressline.ingest.backfill;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Work that waits in lanes, a lane for each host: hosts take turns, none has more than its share of
 * what runs, and one that is parked is passed over until its pause is over. So a slow host holds up
 * nobody else. Thread-safe.
 *
 * @param <T> a piece of work
 */
final class Lanes<T> {

    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long LONGEST_WAIT_MILLIS = 60_000;

    private final Map<Lane, Queue<T>> lanes = new LinkedHashMap<>();
    private final LongSupplier nanos;
    private int waiting;
    private int running;

    /** Lanes whose pauses are measured by this clock, in nanoseconds. */
    Lanes(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * A lane.
     *
     * @param host the name of its host
     * @param share how much of its work may run at once
     */
    record Lane(String host, int share) {}

    /** Work that runs, until it is {@link #done} or put back. */
    record Taken<T>(Lane lane, T work) {}

    private static final class Queue<T> {
        private final Deque<T> waiting = new ArrayDeque<>();
        private int running;
        private long parkedUntil;
        private boolean isParked;
    }

    /** Puts work at the end of a lane. */
    synchronized void add(Lane lane, T work) {
        lanes.computeIfAbsent(lane, each -> new Queue<>()).waiting.add(work);
        waiting++;
        notifyAll();
    }

    /** Takes the next work, waiting until there is some that may run. */
    synchronized Taken<T> take() throws InterruptedException {
        while (true) {
            Optional<Lane> next = next();
            if (next.isPresent()) {
                return take(next.get());
            }
            wait(untilSomeoneReturns());
        }
    }

    private Optional<Lane> next() {
        for (Map.Entry<Lane, Queue<T>> each : lanes.entrySet()) {
            Queue<T> queue = each.getValue();
            boolean hasRoom = queue.running < each.getKey().share();
            if (!queue.waiting.isEmpty() && hasRoom && pauseLeft(queue) <= 0) {
                return Optional.of(each.getKey());
            }
        }
        return Optional.empty();
    }

    /** Takes from a lane, whose turn then comes last. */
    private Taken<T> take(Lane lane) {
        Queue<T> queue = lanes.computeIfAbsent(lane, each -> new Queue<>());
        lanes.remove(lane);
        lanes.put(lane, queue);
        queue.isParked = false;
        queue.running++;
        running++;
        waiting--;
        return new Taken<>(lane, queue.waiting.remove());
    }

    private long untilSomeoneReturns() {
        long least = LONGEST_WAIT_MILLIS * NANOS_PER_MILLI;
        for (Queue<T> queue : lanes.values()) {
            long left = pauseLeft(queue);
            least = queue.waiting.isEmpty() || left <= 0 ? least : Math.min(least, left);
        }
        return Math.max(1, least / NANOS_PER_MILLI);
    }

    private long pauseLeft(Queue<T> queue) {
        return queue.isParked ? queue.parkedUntil - nanos.getAsLong() : 0;
    }

    /** The work is over. */
    synchronized void done(Taken<T> taken) {
        release(taken.lane());
    }

    /** The work goes on in another lane; returns whether that one is parked. */
    synchronized boolean move(Taken<T> taken, Lane to) {
        release(taken.lane());
        add(to, taken.work());
        Queue<T> queue = lanes.get(to);
        return queue != null && pauseLeft(queue) > 0;
    }

    /** The work is to be tried again, and its lane is parked; it comes after its neighbours. */
    synchronized void park(Taken<T> taken, Duration pause) {
        Queue<T> queue = lanes.computeIfAbsent(taken.lane(), each -> new Queue<>());
        queue.isParked = true;
        queue.parkedUntil = nanos.getAsLong() + pause.toNanos();
        add(taken.lane(), taken.work());
        release(taken.lane());
    }

    private void release(Lane lane) {
        Queue<T> queue = lanes.computeIfAbsent(lane, each -> new Queue<>());
        queue.running--;
        running--;
        if (queue.running == 0 && queue.waiting.isEmpty()) {
            lanes.remove(lane);
        }
        notifyAll();
    }

    /** What waits in a lane. */
    synchronized List<T> waitingIn(Lane lane) {
        Queue<T> queue = lanes.get(lane);
        return queue == null ? List.of() : List.copyOf(queue.waiting);
    }

    /** How much waits. */
    synchronized int waiting() {
        return waiting;
    }

    /** How much runs. */
    synchronized int running() {
        return running;
    }

    /** How many hosts are passed over now although something waits for them. */
    synchronized int parked() {
        return (int) lanes.values().stream().filter(queue -> pauseLeft(queue) > 0).count();
    }
}
