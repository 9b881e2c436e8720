package dev.pressline.testing.faults.matrix;

import dev.pressline.contract.event.Topics;
import dev.pressline.local.pipeline.Service;
import dev.pressline.testing.faults.rig.EarlierVersion;
import dev.pressline.testing.faults.rig.Replica;
import java.util.List;
import java.util.Map;

/** Changes of version under load. Stateless. */
final class UpgradeFaults {

    private static final int PARTS = 10;

    /** A service to change, its groups, and the topic that says that it works. */
    private record Step(Service service, List<String> groups, String topic) {}

    /** Readers of a topic before those that write it, as operators are told to. */
    private static final List<Step> STEPS =
            List.of(
                    new Step(
                            Service.RENDER,
                            List.of("render-index", "render-press"),
                            Topics.RENDERED),
                    new Step(Service.NORMALIZE, List.of("normalize"), Topics.NORMALIZED),
                    new Step(Service.INGEST, List.of("ingest"), Topics.RAW));

    private UpgradeFaults() {}

    /**
     * Every service goes back to an earlier version, which reads what this one has written, and
     * then on to this one again: one after the other, first beside the earlier one in the same
     * groups, then in its place and with its state.
     */
    static Fault from(EarlierVersion earlier) {
        return scene -> {
            for (Step step : STEPS.reversed()) {
                back(scene, step, earlier);
            }
            for (Step step : STEPS) {
                forth(scene, step);
            }
        };
    }

    private static void back(Scene scene, Step step, EarlierVersion earlier) {
        Replica replica = scene.rig().replica(step.service());
        scene.release(PARTS);
        ProcessFaults.terminate(replica);
        replica.restartAs(earlier, step.service());
        replica.awaitReady();
        scene.note(step.service().title() + " back to the earlier version");
        scene.releaseUntilOn(step.topic(), PARTS);
    }

    private static void forth(Scene scene, Step step) {
        Map<String, Integer> alone = scene.rig().members(step.groups());
        scene.rig().addReplica(step.service());
        scene.rig().awaitMoreMembers(alone);
        scene.releaseUntilOn(step.topic(), PARTS);
        scene.note(step.service().title() + " of both versions in one group");
        Replica replica = scene.rig().replica(step.service());
        ProcessFaults.terminate(replica);
        replica.restart();
        replica.awaitReady();
        scene.rig().removeReplica(step.service());
        scene.releaseUntilOn(step.topic(), PARTS);
    }
}
