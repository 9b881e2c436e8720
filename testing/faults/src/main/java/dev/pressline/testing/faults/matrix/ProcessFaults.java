package dev.pressline.testing.faults.matrix;

import dev.pressline.local.pipeline.Service;
import dev.pressline.testing.faults.rig.Replica;

/** Faults of the processes of services. Stateless. */
final class ProcessFaults {

    private static final int KILLS = 2;
    private static final int STORMS = 3;
    private static final String STOPPED = " stopped in ";

    private ProcessFaults() {}

    /**
     * Kills a service each time that something of a part of the load is on a topic that it writes.
     * Between two kills everything gets done, and so the sessions of the dead have ended: else the
     * next kill would hit one that only waits for the partitions of its predecessor.
     */
    static Fault kills(Service service, String topic) {
        return scene -> {
            for (int kill = 0; kill < KILLS; kill++) {
                scene.releaseUntilOn(topic, KILLS + 1);
                Replica replica = scene.rig().replica(service);
                replica.kill();
                scene.note("kill -9 of " + service.title());
                replica.restart();
                replica.awaitReady();
                scene.awaitQuiet();
            }
        };
    }

    /** Stops a service by SIGTERM in the same way; it must end in good order within its grace. */
    static Fault terminations(Service service, String topic) {
        return scene -> {
            for (int stop = 0; stop < KILLS; stop++) {
                scene.releaseUntilOn(topic, KILLS + 1);
                Replica replica = scene.rig().replica(service);
                terminate(replica);
                scene.note("SIGTERM to " + service.title());
                replica.restart();
                replica.awaitReady();
            }
        };
    }

    /** Has a replica stop, and sees that it does so in good order. */
    static void terminate(Replica replica) {
        replica.terminate();
        if (!replica.tail().contains(STOPPED)) {
            throw new IllegalStateException("it did not end in good order: " + replica.tail());
        }
    }

    /** Two replicas of normalize and render, of which each is stopped and started in turn. */
    static Fault rollingRestart() {
        return scene -> {
            for (Service service : new Service[] {Service.NORMALIZE, Service.RENDER}) {
                Replica second = scene.rig().addReplica(service);
                for (Replica replica : new Replica[] {scene.rig().replica(service), second}) {
                    scene.release(5);
                    terminate(replica);
                    scene.note("restart of one of two of " + service.title());
                    replica.restart();
                    replica.awaitReady();
                }
            }
            scene.awaitQuiet();
            scene.rig().removeReplica(Service.NORMALIZE);
            scene.rig().removeReplica(Service.RENDER);
        };
    }

    /** Members of a group that come, and go both in good order and without a word. */
    static Fault rebalances(Service service) {
        return scene -> {
            for (int storm = 0; storm < STORMS; storm++) {
                scene.release(STORMS + 1);
                Replica guest = scene.rig().addReplica(service);
                scene.release(2 * STORMS);
                if (storm % 2 == 0) {
                    guest.kill();
                    scene.note("a member of " + service.title() + " joins and is killed");
                } else {
                    scene.note("a member of " + service.title() + " joins and leaves");
                }
                scene.rig().removeReplica(service);
            }
        };
    }
}
