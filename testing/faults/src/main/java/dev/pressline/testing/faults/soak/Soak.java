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
import java.util.Map;
import java.util.Optional;

/**
 * A long load on a rig of which something is killed again and again, in one stretch or in several,
 * between which the rig is stopped in good order. Not thread-safe.
 *
 * @param documents how many there are
 * @param seed of the load
 * @param pause between two kills
 * @param stretch after how long a stretch hands in no more
 */
public record Soak(long documents, long seed, Duration pause, Duration stretch) {

    static final int BROKERS = 3;
    private static final int SEGMENT = 250;
    private static final int TOGETHER = 50;
    private static final int MOST_LEFT = 20_000;
    private static final Patience LONG = new Patience(Duration.ofHours(6), Duration.ofSeconds(1));

    /**
     * Goes on where the last stretch in {@code directory} ended, hands everything in, as fast as it
     * is done, waits until nothing is left and says what stands; empty where the stretch was over
     * before, and another has to go on with the load and with what was not done of it. Whoever
     * kills it once all is handed in may begin with that wait again.
     */
    public Optional<SoakReport> run(Path directory) {
        Progress before = Progress.in(directory, new Progress.Of(documents, seed));
        Handed handed = new Handed();
        Flow flow = skipped(before, handed);
        try (Rig rig = Rig.startInEarnest(directory, BROKERS);
                Monitor monitor = new Monitor(rig, before)) {
            Progress handedIn = handAll(rig, monitor, flow, handed, before);
            handedIn.keepIn(directory);
            if (flow.hasNext()) {
                return Optional.empty();
            }
            System.out.println("all is handed in; what is left of it is waited for");
            rig.awaitQuiet(LONG);
            System.out.println("all is done; the oracle is asked about everything");
            Progress after = monitor.lookedAt(handedIn);
            Verdict verdict = Verdict.ofVersions(rig, handed);
            return Optional.of(
                    new SoakReport(
                            this, handed.offerings(), after.killed(), after.samples(), verdict));
        }
    }

    /** What is still to be handed in; what was is noted. */
    private Flow skipped(Progress before, Handed handed) {
        Flow flow = new Flow(seed, documents);
        for (long segment = 0; segment < before.segments(); segment++) {
            handed.add(flow.next(SEGMENT), Map.of());
        }
        handed.add(List.of(), before.letters());
        return flow;
    }

    private Progress handAll(Rig rig, Monitor monitor, Flow flow, Handed handed, Progress before) {
        long segments = before.segments();
        monitor.handed(flow.written());
        try (Kills kills = Kills.begin(new Victims(rig, before.killed().size()), pause)) {
            long begun = System.nanoTime();
            while (flow.hasNext() && System.nanoTime() - begun < stretch.toNanos()) {
                hand(rig, flow.next(SEGMENT), handed);
                segments++;
                monitor.handed(flow.written());
                awaitLeft(monitor, kills, MOST_LEFT);
            }
            if (!flow.hasNext()) {
                awaitLeft(monitor, kills, SEGMENT);
            }
            return monitor.progress(segments, Progress.refused(handed.refused()), kills.end());
        }
    }

    private static void hand(Rig rig, List<Offering> offerings, Handed handed) {
        try (Load load = Load.begin(rig, offerings, TOGETHER)) {
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
