package dev.pressline.testing.faults.matrix;

import dev.pressline.contract.event.Topics;
import dev.pressline.local.pipeline.Service;
import dev.pressline.testing.faults.rig.FalseClock;
import dev.pressline.testing.faults.rig.Replica;
import java.time.Duration;
import java.util.function.Consumer;

/** Clocks of services that go wrong while they work. Stateless. */
final class ClockFaults {

    private static final int PARTS = 4;
    private static final Duration A_LITTLE = Duration.ofMinutes(10);
    private static final Duration A_DAY = Duration.ofDays(1);

    private ClockFaults() {}

    /** Clocks that jump ahead by a little: work goes on, since what is newer is said by revs. */
    static Fault ahead() {
        return with(
                (scene, clock) -> {
                    clock.off(A_LITTLE);
                    scene.note("all clocks ten minutes ahead");
                    scene.releaseUntilOn(Topics.RENDERED, PARTS);
                    scene.awaitQuiet();
                });
    }

    /** Clocks that are set back: services ask to be started again, and that cures them. */
    static Fault setBack() {
        return with(
                (scene, clock) -> {
                    clock.off(A_LITTLE.negated());
                    scene.note("all clocks set back by ten minutes");
                    scene.release(PARTS);
                    awaitNotLive(scene);
                    restart(scene, replica -> replica.restartBy(clock));
                    scene.awaitQuiet();
                });
    }

    /** Clocks that are so far ahead that brokers and store take nothing: work waits. */
    static Fault tomorrow() {
        return with(
                (scene, clock) -> {
                    clock.off(A_DAY);
                    scene.note("all clocks a day ahead");
                    scene.release(PARTS);
                    scene.rig().replica(Service.RENDER).awaitWritten("is out of range");
                });
    }

    /** Clocks that are set back by a day, and set right before anybody has started anything. */
    static Fault yesterday() {
        return with(
                (scene, clock) -> {
                    clock.off(A_DAY.negated());
                    scene.note("all clocks set back by a day");
                    scene.release(PARTS);
                    awaitNotLive(scene);
                });
    }

    private static void awaitNotLive(Scene scene) {
        for (Service service : Service.values()) {
            scene.rig().replica(service).awaitNotLive();
        }
    }

    /** What is done while services go by a clock. */
    private interface Meanwhile {
        void go(Scene scene, FalseClock clock);
    }

    private static Fault with(Meanwhile meanwhile) {
        return scene -> {
            FalseClock clock = scene.rig().newClock();
            restart(scene, replica -> replica.restartBy(clock));
            scene.releaseUntilOn(Topics.RENDERED, PARTS);
            meanwhile.go(scene, clock);
            clock.off(Duration.ZERO);
            scene.release(PARTS);
            restart(scene, Replica::restart);
        };
    }

    /** By force where a clock that was set back has a service wait as it closes. */
    private static void restart(Scene scene, Consumer<Replica> start) {
        for (Service service : Service.values()) {
            Replica replica = scene.rig().replica(service);
            replica.stop();
            start.accept(replica);
            replica.awaitReady();
        }
    }
}
