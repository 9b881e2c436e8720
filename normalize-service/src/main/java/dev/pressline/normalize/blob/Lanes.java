package dev.pressline.normalize.blob;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * A lane for each server that is being asked: a few fetches run in it, a bounded number waits. So a
 * bad server fills its own lane and no other. Thread-safe.
 */
final class Lanes {

    /** The most fetches in one lane, running and waiting. */
    static final int MAX_INSIDE = 256;

    private final int atOnce;
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();

    /** Lanes in which {@code atOnce} fetches run side by side. */
    Lanes(int atOnce) {
        this.atOnce = atOnce;
    }

    /** One lane; it is there while a fetch is in it. */
    static final class Lane {

        private final String host;
        private final Semaphore permits;
        private int inside;
        private volatile boolean slow;

        private Lane(String host, int atOnce) {
            this.host = host;
            this.permits = new Semaphore(atOnce);
        }

        /** What a fetch must hold while it runs. */
        Semaphore permits() {
            return permits;
        }

        /** Whether a document has waited here in vain and nothing has come since. */
        boolean isSlow() {
            return slow;
        }

        /** Notes that a document has waited in vain. */
        void waitedInVain() {
            slow = true;
        }

        /** Notes that a blob has come. */
        void delivered() {
            slow = false;
        }
    }

    /** The lane of a host with room for one more, which must {@link #leave} it; empty when full. */
    Optional<Lane> enter(String host) {
        Lane entered =
                lanes.compute(
                        host,
                        (name, known) -> {
                            Lane lane = known == null ? new Lane(name, atOnce) : known;
                            lane.inside++;
                            return lane;
                        });
        if (entered.inside > MAX_INSIDE) {
            leave(entered);
            return Optional.empty();
        }
        return Optional.of(entered);
    }

    /** Ends a stay; the last one out takes the lane away. */
    void leave(Lane lane) {
        lanes.computeIfPresent(lane.host, (name, known) -> --known.inside == 0 ? null : known);
    }

    /** The number of servers being asked. */
    int size() {
        return lanes.size();
    }
}
