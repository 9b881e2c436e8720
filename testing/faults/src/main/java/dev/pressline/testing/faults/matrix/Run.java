package dev.pressline.testing.faults.matrix;

import dev.pressline.testing.faults.oracle.Finding;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is kept of a run of a line. Immutable.
 *
 * @param line its title
 * @param seed of the load
 * @param offerings how many were handed in
 * @param objects how many were compared, byte for byte
 * @param faults what was done, in words, and how often
 * @param findings how much does not stand as it must, of each kind
 * @param repeated dead letters that were written again
 * @param end why it could not be judged; empty where it was
 */
public record Run(
        String line,
        long seed,
        int offerings,
        int objects,
        Map<String, Long> faults,
        Map<Finding.Kind, Long> findings,
        long repeated,
        Optional<String> end) {

    /** Takes copies. */
    public Run {
        faults = Map.copyOf(faults);
        findings = Map.copyOf(findings);
    }

    /** One that came to an end before it could be judged. */
    static Run ended(Line line, long seed, Throwable end) {
        return new Run(
                line.title(), seed, 0, 0, Map.of(), Map.of(), 0, Optional.of(end.toString()));
    }

    /** How often each is there. */
    static <T> Map<T, Long> counted(Collection<T> all) {
        return all.stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    /** Whether something was broken, and everything stood as it must. */
    public boolean isGood() {
        return end.isEmpty() && findings.isEmpty() && !faults.isEmpty();
    }

    /** How much does not stand as it must, of a kind. */
    long count(Finding.Kind kind) {
        return findings.getOrDefault(kind, 0L);
    }
}
