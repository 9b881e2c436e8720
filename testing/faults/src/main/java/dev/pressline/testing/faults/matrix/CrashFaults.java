package dev.pressline.testing.faults.matrix;

import dev.pressline.kit.crash.CrashPoint;
import dev.pressline.local.pipeline.Service;
import dev.pressline.testing.faults.rig.Replica;
import java.util.Set;

/** Crashes exactly between two steps of a stage. Stateless. */
final class CrashFaults {

    /** What is reached for each record or object, and so several times in one batch. */
    private static final Set<CrashPoint> FREQUENT =
            Set.of(
                    CrashPoint.RENDER_INDEX_READ,
                    CrashPoint.RENDER_INDEX_APPLIED,
                    CrashPoint.RENDER_PRESS_PUT);

    private static final int PARTS = 3;

    private CrashFaults() {}

    /** Whose point it is. */
    private static Service service(CrashPoint point) {
        return switch (point) {
            case INGEST_READ, INGEST_SENT -> Service.INGEST;
            case NORMALIZE_READ, NORMALIZE_HANDLED, NORMALIZE_SENT -> Service.NORMALIZE;
            case RENDER_INDEX_READ,
                    RENDER_INDEX_APPLIED,
                    RENDER_INDEX_PRINTED,
                    RENDER_INDEX_PLACED,
                    RENDER_INDEX_SHARED,
                    RENDER_PRESS_READ,
                    RENDER_PRESS_PUT,
                    RENDER_PRESS_REMOVED,
                    RENDER_PRESS_HANDLED,
                    RENDER_PRESS_SENT ->
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
        return scene -> {
            Replica replica = scene.rig().replica(service(point));
            replica.terminate();
            for (int time : new int[] {1, FREQUENT.contains(point) ? 4 : 1}) {
                replica.restartArmed(point, time);
                scene.release(PARTS);
                requireCrash(replica);
                scene.note("crash at " + point.title());
            }
            replica.restart();
            replica.awaitReady();
        };
    }
}
