package dev.pressline.testing.faults.matrix;

import dev.pressline.testing.faults.oracle.Finding;
import dev.pressline.testing.faults.oracle.Judgement;
import dev.pressline.testing.faults.rig.Load;
import dev.pressline.testing.faults.rig.Rig;
import dev.pressline.testing.faults.stream.Chapter;
import dev.pressline.testing.faults.stream.Offering;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A rig on which lines are run one behind the other, each with the next chapter, and what must
 * stand behind each of them. Not thread-safe.
 */
final class Stage implements AutoCloseable {

    private static final int BROKERS = 3;
    private static final long SEEDS = 1_000_003;

    private final Rig rig;
    private final Reference reference;
    private final Evidence evidence;
    private final Handed handed = new Handed();
    private int chapter;
    private long repeated;

    Stage(Path directory, Reference reference, Evidence evidence) {
        this.rig = Rig.startOnSmallDisk(directory, BROKERS);
        this.reference = reference;
        this.evidence = evidence;
    }

    /** Whether there is a chapter for one more line. */
    boolean hasNext() {
        return chapter < reference.buckets().size();
    }

    /** Runs a line with the next chapter. */
    Result run(Line line) {
        List<Offering> offerings =
                line.input().apply(Chapter.of(reference.seed(), chapter), inputSeed());
        try (Load load = Load.begin(rig, offerings)) {
            Scene scene = new Scene(rig, load);
            line.fault().inject(scene);
            load.finish();
            rig.awaitQuiet();
            handed.add(offerings, load.refused());
            return judge(line, offerings.size(), scene.faults());
        }
    }

    /**
     * Another for each chapter, so that a line that is run again on this rig has poison of its own.
     */
    private long inputSeed() {
        return reference.seed() * SEEDS + chapter;
    }

    private Result judge(Line line, int offerings, List<String> faults) {
        Verdict verdict = Verdict.of(rig, handed);
        long before = repeated;
        repeated = verdict.repeated();
        boolean isRepeatAFault = repeated > before && !line.mayRepeat();
        List<Finding> findings =
                new ArrayList<>(isRepeatAFault ? verdict.findings() : verdict.findingsButRepeats());
        List<Finding> others = Judgement.ofBytes(expectedHashes(), verdict.seen().objects());
        evidence.show(line.title() + '-' + chapter, others, expectedHashes(), rig);
        findings.addAll(others);
        chapter++;
        Run run =
                new Run(
                        line.title(),
                        reference.seed(),
                        offerings,
                        verdict.seen().objects().size(),
                        Run.counted(faults),
                        Run.counted(findings.stream().map(Finding::kind).toList()),
                        repeated - before,
                        Optional.empty());
        return new Result(run, findings);
    }

    private SortedMap<String, String> expectedHashes() {
        return reference.buckets().get(chapter);
    }

    @Override
    public void close() {
        rig.close();
    }
}
