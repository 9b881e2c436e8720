package dev.pressline.testing.faults.soak;

import dev.pressline.local.pipeline.Service;
import dev.pressline.testing.faults.matrix.Verdict;
import dev.pressline.testing.faults.oracle.Finding;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a soak went. Immutable.
 *
 * @param soak what was run
 * @param offerings how many were handed in
 * @param killed what was killed, in order
 * @param samples what the services held meanwhile
 * @param verdict what stands
 */
public record SoakReport(
        Soak soak, long offerings, List<String> killed, List<Sample> samples, Verdict verdict) {

    private static final int PARTS = 8;
    private static final long MEBIBYTE = 1024 * 1024;

    /** Takes copies. */
    public SoakReport {
        killed = List.copyOf(killed);
        samples = List.copyOf(samples);
    }

    /** What does not stand as it must. */
    public List<Finding> findings() {
        return verdict.findingsButRepeats();
    }

    /** The report in Markdown, with the plot in a file of this name beside it. */
    public String markdown(String plot) {
        return """
                # A long load under kills

                %d documents (seed %d, %d offerings) in %d s; killed: %s.

                | objects | lost | extra | stale | doubled | dead letters repeated |
                |---|---|---|---|---|---|
                | %d | %d | %d | %d | %d | %d |

                ## Memory

                Resident memory of each service while the load ran, in MiB: the most of each eighth of the time.

                %s
                ![Resident memory of each service](%s)
                """
                .formatted(
                        soak.documents(),
                        soak.seed(),
                        offerings,
                        seconds(),
                        killedInWords(),
                        verdict.seen().objects().size(),
                        count(Finding.Kind.LOST),
                        count(Finding.Kind.EXTRA),
                        count(Finding.Kind.STALE),
                        count(Finding.Kind.DOUBLED),
                        verdict.repeated(),
                        memory(),
                        plot);
    }

    private long seconds() {
        return samples.stream().mapToLong(each -> each.at().toSeconds()).max().orElse(0);
    }

    private String killedInWords() {
        return killed.stream()
                .collect(Collectors.groupingBy(each -> each, Collectors.counting()))
                .entrySet()
                .stream()
                .map(each -> each.getValue() + " × " + each.getKey())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private long count(Finding.Kind kind) {
        return findings().stream().filter(each -> each.kind() == kind).count();
    }

    private String memory() {
        StringBuilder table = new StringBuilder("| service |" + " |".repeat(PARTS) + '\n');
        table.append("|---|").append("---|".repeat(PARTS)).append('\n');
        for (Service service : Service.values()) {
            table.append("| ").append(service.title()).append(" |");
            for (int part = 0; part < PARTS; part++) {
                table.append(' ').append(most(service, part)).append(" |");
            }
            table.append('\n');
        }
        return table.toString();
    }

    private String most(Service service, int part) {
        int from = samples.size() * part / PARTS;
        int to = samples.size() * (part + 1) / PARTS;
        return samples.subList(from, to).stream()
                .filter(each -> each.residentBytes().containsKey(service))
                .map(each -> each.residentBytes().getOrDefault(service, 0L) / MEBIBYTE)
                .max(Comparator.naturalOrder())
                .map(String::valueOf)
                .orElse("");
    }

    /** The plot of memory as SVG. */
    public String plot() {
        return new Plot(samples).svg();
    }
}
