package dev.pressline.testing.faults.soak;

import dev.pressline.local.process.Patience;
import dev.pressline.testing.faults.matrix.Handed;
import dev.pressline.testing.faults.matrix.Verdict;
import dev.pressline.testing.faults.rig.Load;
import dev.pressline.testing.faults.rig.Rig;
import dev.pressline.testing.faults.stream.Flow;
import dev.pressline.testing.faults.stream.Offering;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A long load on a rig of which something is killed again and again. Not thread-safe.
 *
 * @param documents how many there are
 * @param seed of the load
 * @param pause between two kills
 */
public record Soak(long documents, long seed, Duration pause) {

    static final int BROKERS = 3;
    private static final int SEGMENT = 250;
    private static final int MOST_LEFT = 1_000;
    private static final Patience LONG = new Patience(Duration.ofHours(1), Duration.ofSeconds(1));

    /**
     * Hands everything in, as fast as it is done, waits until nothing is left and says what stands;
     * the rig lies in {@code directory}.
     */
    public SoakReport run(Path directory) {
        try (Rig rig = Rig.startInEarnest(directory, BROKERS);
                Monitor monitor = new Monitor(rig, documents);
                Kills kills = Kills.begin(new Victims(rig), pause)) {
            Handed handed = new Handed();
            long offerings = handAll(rig, monitor, kills, handed);
            awaitLeft(monitor, kills, SEGMENT);
            List<String> killed = kills.end();
            rig.awaitQuiet();
            Verdict verdict = Verdict.of(rig, handed);
            return new SoakReport(this, offerings, killed, monitor.samples(), verdict);
        }
    }

    private long handAll(Rig rig, Monitor monitor, Kills kills, Handed handed) {
        Flow flow = new Flow(seed, documents);
        long offerings = 0;
        List<Offering> next = flow.next(SEGMENT);
        while (!next.isEmpty()) {
            hand(rig, next, handed);
            offerings += next.size();
            monitor.handed(flow.written());
            awaitLeft(monitor, kills, MOST_LEFT);
            next = flow.next(SEGMENT);
        }
        return offerings;
    }

    private static void hand(Rig rig, List<Offering> offerings, Handed handed) {
        try (Load load = Load.begin(rig, offerings)) {
            load.finish();
            handed.add(offerings, load.refused());
        }
    }

    private static void awaitLeft(Monitor monitor, Kills kills, int most) {
        LONG.await(
                "the pipeline to be less behind",
                () -> {
                    kills.requireGoing();
                    long left = monitor.left();
                    return left >= 0 && left <= most ? Optional.of(left) : Optional.empty();
                });
    }
}
