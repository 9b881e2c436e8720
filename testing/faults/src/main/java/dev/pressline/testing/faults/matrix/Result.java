package dev.pressline.testing.faults.matrix;

import dev.pressline.testing.faults.oracle.Finding;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a run of a line went. Immutable.
 *
 * @param line the line
 * @param seed of the load
 * @param chapter of the load
 * @param offerings how many were handed in
 * @param objects how many were compared, byte for byte
 * @param faults what was done, in words
 * @param repeated dead letters that were written again
 * @param findings what does not stand as it must
 */
public record Result(
        Line line,
        long seed,
        int chapter,
        int offerings,
        int objects,
        List<String> faults,
        long repeated,
        List<Finding> findings) {

    /** The head of a table of results, in Markdown. */
    public static final String HEADER =
            "| line | seed | load held | objects compared | faults injected | lost | extra | stale"
                    + " | doubled | dead letters repeated |\n"
                    + "|---|---|---|---|---|---|---|---|---|---|";

    /** Takes copies. */
    public Result {
        faults = List.copyOf(faults);
        findings = List.copyOf(findings);
    }

    /** A row of that table. */
    public String row() {
        return "| %s | %d/%d | %d | %d | %s | %d | %d | %d | %d | %d |"
                .formatted(
                        line.title(),
                        seed,
                        chapter,
                        offerings,
                        objects,
                        faultsInWords(),
                        count(Finding.Kind.LOST),
                        count(Finding.Kind.EXTRA),
                        count(Finding.Kind.STALE),
                        count(Finding.Kind.DOUBLED),
                        repeated);
    }

    private String faultsInWords() {
        Map<String, Long> times =
                faults.stream().collect(Collectors.groupingBy(each -> each, Collectors.counting()));
        return times.entrySet().stream()
                .map(each -> each.getValue() + " × " + each.getKey())
                .sorted()
                .collect(Collectors.joining("; "));
    }

    private long count(Finding.Kind kind) {
        return findings.stream().filter(each -> each.kind() == kind).count();
    }
}
