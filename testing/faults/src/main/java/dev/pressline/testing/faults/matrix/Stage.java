package dev.pressline.testing.faults.matrix;

import dev.pressline.testing.faults.oracle.DeadLetterId;
import dev.pressline.testing.faults.oracle.Expectation;
import dev.pressline.testing.faults.oracle.Finding;
import dev.pressline.testing.faults.oracle.Fold;
import dev.pressline.testing.faults.oracle.Judgement;
import dev.pressline.testing.faults.oracle.LogEntry;
import dev.pressline.testing.faults.oracle.Observation;
import dev.pressline.testing.faults.rig.Load;
import dev.pressline.testing.faults.rig.Rig;
import dev.pressline.testing.faults.stream.Chapter;
import dev.pressline.testing.faults.stream.Offering;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * A rig on which lines are run one behind the other, each with the next chapter, and what must
 * stand behind each of them. Not thread-safe.
 */
final class Stage implements AutoCloseable {

    private static final int BROKERS = 3;

    private final Rig rig;
    private final Reference reference;
    private final Evidence evidence;
    private final Map<DeadLetterId, String> refused = new HashMap<>();
    private final Set<String> accepted = new HashSet<>();
    private int chapter;
    private long repeated;

    Stage(Path directory, Reference reference, Evidence evidence) {
        this.rig = Rig.start(directory, BROKERS);
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
                line.input().apply(Chapter.of(reference.seed(), chapter), reference.seed());
        try (Load load = Load.begin(rig, offerings)) {
            Scene scene = new Scene(rig, load);
            line.fault().inject(scene);
            load.finish();
            rig.awaitQuiet();
            refused.putAll(load.refused());
            accept(offerings);
            return judge(line, offerings.size(), scene.faults());
        }
    }

    private void accept(List<Offering> offerings) {
        for (Offering offering : offerings) {
            if (offering instanceof Offering.Row row) {
                accepted.add(row.uri() + "#" + row.rev());
            }
        }
    }

    private Result judge(Line line, int offerings, List<String> faults) {
        List<LogEntry> log = rig.inputLog();
        Expectation expected = Fold.of(log, Instant.now()).with(refused);
        SortedMap<String, byte[]> site = rig.site();
        Observation seen = rig.observe(site);
        List<Finding> findings = new ArrayList<>(lostAtIntake(log));
        findings.addAll(Judgement.of(expected, seen));
        List<Finding> others = Judgement.ofBytes(expectedHashes(), seen.objects());
        evidence.show(line.title() + '-' + chapter, others, expectedHashes(), site);
        findings.addAll(others);
        long before = repeated;
        repeated = seen.deadLetters().size() - expected.deadLetters().size();
        if (line.mayRepeat() || repeated == before) {
            findings.removeIf(each -> each.kind() == Finding.Kind.DOUBLED && isOfDeadLetter(each));
        }
        return new Result(
                line,
                reference.seed(),
                chapter++,
                offerings,
                seen.objects().size(),
                faults,
                repeated - before,
                findings);
    }

    private SortedMap<String, String> expectedHashes() {
        return reference.buckets().get(chapter);
    }

    private static boolean isOfDeadLetter(Finding finding) {
        return finding.subject().startsWith("dead letter");
    }

    private List<Finding> lostAtIntake(List<LogEntry> log) {
        Set<String> there = new HashSet<>();
        log.forEach(each -> there.add(each.key() + '#' + each.rev().orElse("")));
        return accepted.stream()
                .filter(version -> !there.contains(version))
                .map(version -> new Finding(Finding.Kind.LOST, version, "is not on the raw topic"))
                .toList();
    }

    @Override
    public void close() {
        rig.close();
    }
}
