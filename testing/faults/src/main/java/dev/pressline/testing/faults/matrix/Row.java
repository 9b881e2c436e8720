package dev.pressline.testing.faults.matrix;

import dev.pressline.testing.faults.oracle.Finding;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A row of the report: the runs of a line since the last one that failed, or that one. Immutable.
 *
 * @param line its title
 * @param runs in their order, at least one
 */
public record Row(String line, List<Run> runs) {

    /** The head of a table of rows, in Markdown. */
    public static final String HEAD =
            "| line | seeds | in a row | load held | objects compared | faults injected | lost |"
                    + " extra | stale | doubled | dead letters repeated |\n"
                    + "|---|---|---|---|---|---|---|---|---|---|---|\n";

    /** Takes a copy. */
    public Row {
        runs = List.copyOf(runs);
    }

    /** That of all runs of a line: those behind the last failure, where there are any. */
    static Row of(String line, List<Run> all) {
        int last = all.size() - 1;
        int failed =
                IntStream.rangeClosed(0, last).filter(i -> !all.get(i).isGood()).max().orElse(-1);
        return new Row(line, all.subList(Math.min(failed + 1, last), all.size()));
    }

    /** That of one run. */
    public static Row of(Run run) {
        return new Row(run.line(), List.of(run));
    }

    /** How many stood as they must, one behind the other. */
    public int inARow() {
        return (int) runs.stream().filter(Run::isGood).count();
    }

    /** The row in Markdown, with a line break. */
    public String markdown() {
        return "| %s | %s | %d | %d | %d | %s | %d | %d | %d | %d | %d |%n"
                .formatted(
                        line,
                        seeds(),
                        inARow(),
                        runs.stream().mapToInt(Run::offerings).sum(),
                        runs.stream().mapToInt(Run::objects).sum(),
                        what(),
                        sum(Finding.Kind.LOST),
                        sum(Finding.Kind.EXTRA),
                        sum(Finding.Kind.STALE),
                        sum(Finding.Kind.DOUBLED),
                        runs.stream().mapToLong(Run::repeated).sum());
    }

    private String seeds() {
        return runs.stream()
                .map(Run::seed)
                .distinct()
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
    }

    private long sum(Finding.Kind kind) {
        return runs.stream().mapToLong(run -> run.count(kind)).sum();
    }

    /** What was done, or why none of it could be judged. */
    private String what() {
        Map<String, Long> faults = new TreeMap<>();
        runs.forEach(
                run ->
                        run.faults()
                                .forEach((fault, times) -> faults.merge(fault, times, Long::sum)));
        runs.forEach(run -> run.end().ifPresent(end -> faults.merge(inACell(end), 1L, Long::sum)));
        return faults.entrySet().stream()
                .map(each -> each.getValue() + " × " + each.getKey())
                .collect(Collectors.joining("; "));
    }

    private static String inACell(String text) {
        return text.replaceAll("\\s+", " ").replace('|', '/');
    }
}
