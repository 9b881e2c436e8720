package dev.pressline.testing.faults.matrix;

import dev.pressline.contract.event.Topics;
import dev.pressline.local.pipeline.Service;
import dev.pressline.local.process.Patience;
import dev.pressline.testing.faults.proxy.FaultyProxy;
import dev.pressline.testing.faults.proxy.Mood;
import dev.pressline.testing.faults.rig.Store;
import dev.pressline.testing.faults.rig.Volume;
import java.time.Duration;
import java.util.Optional;

/** Faults of the store and of the way there. Stateless. */
final class NetworkFaults {

    private static final int STRUCK = 12;
    private static final Patience LONG =
            new Patience(Duration.ofSeconds(120), Duration.ofMillis(20));

    private NetworkFaults() {}

    /** Waits until a mood has struck so often: else nothing was tested. */
    static void awaitStruck(FaultyProxy proxy, int times) {
        LONG.await(
                "the mood to strike",
                () -> proxy.struck() >= times ? Optional.of(true) : Optional.empty());
    }

    /** The store is behind a bad network, or says no, until that has struck often. */
    static Fault storeIs(Mood mood, String what) {
        return scene -> {
            FaultyProxy proxy = scene.rig().store().proxy();
            scene.releaseUntilOn(Topics.RENDERED, 3);
            proxy.mood(mood);
            scene.release(3);
            awaitStruck(proxy, STRUCK);
            scene.note("a store that " + what + ", " + proxy.struck() + " times");
            proxy.mood(new Mood.Pass());
        };
    }

    /** The disk of the store is full until a service has met that. */
    static Fault storeDiskFull() {
        return scene -> {
            Volume volume = scene.rig().store().volume();
            scene.releaseUntilOn(Topics.RENDERED, 3);
            volume.fill();
            scene.releaseUntilOn(Topics.JOBS, 3);
            scene.rig().replica(Service.RENDER).awaitWritten("the store failed to");
            scene.note("a full disk below the store");
            volume.free();
        };
    }

    /** The store is killed, and comes back with what it held. */
    static Fault storeKilled() {
        return scene -> {
            Store store = scene.rig().store();
            scene.releaseUntilOn(Topics.RENDERED, 3);
            store.kill();
            scene.note("kill -9 of the store");
            scene.releaseUntilOn(Topics.JOBS, 3);
            store.restart();
        };
    }
}
