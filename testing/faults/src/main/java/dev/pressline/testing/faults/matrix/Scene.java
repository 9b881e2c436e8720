package dev.pressline.testing.faults.matrix;

import dev.pressline.local.process.Patience;
import dev.pressline.testing.faults.rig.Load;
import dev.pressline.testing.faults.rig.Replica;
import dev.pressline.testing.faults.rig.Rig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A rig under load, to be broken: the load waits until a fault lets more of it go. Not thread-safe.
 */
final class Scene {

    private static final Patience CHUNK_BY_CHUNK =
            new Patience(Duration.ofSeconds(120), Duration.ofSeconds(5));

    private final Rig rig;
    private final Load load;
    private final List<String> faults = new ArrayList<>();

    Scene(Rig rig, Load load) {
        this.rig = rig;
        this.load = load;
    }

    Rig rig() {
        return rig;
    }

    /** What was done to it, in words. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    /** Notes that a fault has happened. */
    void note(String fault) {
        faults.add(fault);
    }

    /** Releases one of {@code parts} equal parts of the load. */
    void release(int parts) {
        load.release(Math.max(1, load.chunks() / parts));
    }

    /** Releases all but so many chunks of the load. */
    void releaseAllBut(int chunks) {
        load.release(load.chunks() - chunks);
    }

    /** Releases one chunk more. */
    void release() {
        load.release(1);
    }

    /**
     * Releases one chunk after the other until a replica has ended by itself: what ends it, such as
     * a removal, need not come of what is released already.
     */
    void releaseUntilEnded(Replica replica) {
        CHUNK_BY_CHUNK.await(
                "a load that ends a process",
                () -> {
                    if (replica.hasEnded()) {
                        return Optional.of(true);
                    }
                    release();
                    return Optional.empty();
                });
    }

    /** Releases a part of the load, and returns as soon as something of it is on a topic. */
    void releaseUntilOn(String topic, int parts) {
        long before = rig.written(topic).orElse(0L);
        release(parts);
        rig.awaitWritten(topic, before + 2);
    }

    /** Waits until everything released so far is accepted. */
    void awaitSent() {
        load.awaitSent();
    }

    /** Waits until everything released so far is done. */
    void awaitQuiet() {
        awaitSent();
        rig.awaitQuiet();
    }
}
