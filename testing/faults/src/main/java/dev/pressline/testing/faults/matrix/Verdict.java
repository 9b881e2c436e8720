package dev.pressline.testing.faults.matrix;

import dev.pressline.testing.faults.oracle.Expectation;
import dev.pressline.testing.faults.oracle.Finding;
import dev.pressline.testing.faults.oracle.Fold;
import dev.pressline.testing.faults.oracle.Judgement;
import dev.pressline.testing.faults.oracle.Observation;
import dev.pressline.testing.faults.rig.Rig;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What the oracle says of a rig that is quiet. Immutable.
 *
 * @param seen what stands
 * @param findings what does not stand as it must, repeated dead letters among them
 * @param repeated dead letters that were written again
 */
public record Verdict(Observation seen, List<Finding> findings, long repeated) {

    /** Takes a copy. */
    public Verdict {
        findings = List.copyOf(findings);
    }

    /** Judges a rig to which this was handed, every object of it read. */
    public static Verdict of(Rig rig, Handed handed) {
        return of(rig, handed, each -> each.observe((key, bytes) -> {}));
    }

    /**
     * The same, of a rig with so many objects that only those are read which tell the oracle
     * something.
     */
    public static Verdict ofVersions(Rig rig, Handed handed) {
        return of(rig, handed, Rig::observeVersions);
    }

    private static Verdict of(Rig rig, Handed handed, Function<Rig, Observation> observer) {
        Fold fold = new Fold(Instant.now());
        Set<String> lost = new HashSet<>(handed.versions());
        rig.readInput(
                entry -> {
                    fold.add(entry);
                    lost.remove(Handed.version(entry.key(), entry.rev().orElse("")));
                });
        Expectation expected = fold.expectation().with(handed.refused());
        Observation seen = observer.apply(rig);
        List<Finding> findings = new ArrayList<>();
        lost.forEach(each -> findings.add(new Finding(Finding.Kind.LOST, each, "is not on raw")));
        findings.addAll(Judgement.of(expected, seen));
        long repeated = seen.deadLetters().size() - expected.deadLetters().size();
        return new Verdict(seen, findings, repeated);
    }

    /** The findings but those of dead letters that were repeated. */
    public List<Finding> findingsButRepeats() {
        return findings.stream().filter(each -> !isRepeat(each)).toList();
    }

    private static boolean isRepeat(Finding finding) {
        return finding.kind() == Finding.Kind.DOUBLED
                && finding.subject().startsWith("dead letter");
    }
}
