package dev.pressline.testing.faults.matrix;

import dev.pressline.kit.crash.CrashPoint;
import dev.pressline.local.pipeline.Service;
import dev.pressline.testing.faults.rig.Replica;
import java.util.Map;
import java.util.Set;

/** Crashes exactly between two steps of a stage. Stateless. */
final class CrashFaults {

    /** What is reached for each record or object, and so several times in one batch. */
    private static final Set<CrashPoint> FREQUENT =
            Set.of(
                    CrashPoint.RENDER_INDEX_READ,
                    CrashPoint.RENDER_INDEX_APPLIED,
                    CrashPoint.RENDER_PRESS_PUT);

    private static final Set<CrashPoint> OF_FLOODS =
            Set.of(
                    CrashPoint.FLOODS_READ,
                    CrashPoint.FLOODS_HANDLED,
                    CrashPoint.FLOODS_SENT,
                    CrashPoint.FLOODS_NOTED);

    /** With which a few records of an account are a flood, however few came together. */
    private static final Map<String, String> FLOODED =
            Map.of(
                    "PRESSLINE_NORMALIZE_FLOODS_ALLOWANCE", "1",
                    "PRESSLINE_NORMALIZE_FLOODS_REFILL_PER_SECOND", "0.1",
                    "MP_MESSAGING_INCOMING_RAW_MAX_POLL_RECORDS", "3");

    private static final int PARTS = 3;

    private CrashFaults() {}

    /** Whose point it is. */
    private static Service service(CrashPoint point) {
        return switch (point) {
            case INGEST_READ, INGEST_SENT -> Service.INGEST;
            case NORMALIZE_READ,
                    NORMALIZE_HANDLED,
                    NORMALIZE_SENT,
                    FLOODS_READ,
                    FLOODS_HANDLED,
                    FLOODS_SENT,
                    FLOODS_NOTED ->
                    Service.NORMALIZE;
            case RENDER_INDEX_READ,
                    RENDER_INDEX_APPLIED,
                    RENDER_INDEX_PRINTED,
                    RENDER_INDEX_PLACED,
                    RENDER_INDEX_SHARED,
                    RENDER_INDEX_COMMITTED,
                    RENDER_PRESS_READ,
                    RENDER_PRESS_PUT,
                    RENDER_PRESS_REMOVED,
                    RENDER_PRESS_HANDLED,
                    RENDER_PRESS_SENT,
                    RENDER_CHANNELS_READ,
                    RENDER_CHANNELS_HANDLED,
                    RENDER_CHANNELS_SENT ->
                    Service.RENDER;
        };
    }

    /**
     * The press ends when it has put the page and the JSON of a document that was deleted before.
     */
    static Fault asADocumentComesBack() {
        return scene -> {
            scene.releaseAllBut(1);
            scene.awaitQuiet();
            Replica render = scene.rig().replica(Service.RENDER);
            render.terminate();
            render.restartArmed(CrashPoint.RENDER_PRESS_PUT, 2);
            scene.release();
            requireCrash(render);
            scene.note("crash as a deleted document comes back");
            render.restart();
            render.awaitReady();
        };
    }

    private static void requireCrash(Replica replica) {
        if (replica.awaitEnd() != CrashPoint.EXIT_CODE) {
            throw new IllegalStateException("it ended otherwise: " + replica.tail());
        }
    }

    /**
     * A service that ends when it first reaches a point, is started to end there again, perhaps a
     * few times later, and then to stay.
     */
    static Fault at(CrashPoint point) {
        return isOfFloods(point) ? inAFlood(point) : underLoad(point);
    }

    /** Whether a point is only reached where accounts have used up their allowances. */
    static boolean isOfFloods(CrashPoint point) {
        return OF_FLOODS.contains(point);
    }

    private static Fault underLoad(CrashPoint point) {
        return scene -> {
            Replica replica = scene.rig().replica(service(point));
            replica.terminate();
            for (int time : new int[] {1, FREQUENT.contains(point) ? 4 : 1}) {
                replica.restartArmed(point, time);
                scene.release(PARTS);
                scene.releaseUntilEnded(replica);
                requireCrash(replica);
                scene.note("crash at " + point.title());
            }
            replica.restart();
            replica.awaitReady();
        };
    }

    /**
     * What came while normalize was away is a flood of each account, and done before more comes.
     */
    private static Fault inAFlood(CrashPoint point) {
        return scene -> {
            Replica normalize = scene.rig().replica(Service.NORMALIZE);
            normalize.terminate();
            scene.release(2);
            scene.awaitSent();
            for (int time = 0; time < 2; time++) {
                normalize.restartArmed(point, 1, FLOODED);
                requireCrash(normalize);
                scene.note("crash at " + point.title());
            }
            normalize.restart();
            normalize.awaitReady();
            scene.awaitQuiet();
        };
    }
}
