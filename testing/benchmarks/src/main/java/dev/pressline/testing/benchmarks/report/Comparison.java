package dev.pressline.testing.benchmarks.report;

import dev.pressline.testing.benchmarks.measure.Cost;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The runs of all contenders, round by round, and the tables of them. Not thread-safe. */
public final class Comparison {

    private static final double MEBIBYTE = 1024 * 1024;
    private static final double KILOBYTE = 1000;

    private final Map<String, List<Run>> runs = new LinkedHashMap<>();

    /** Has no runs yet. */
    public Comparison() {}

    /** Adds a run; the n-th of each contender belong to the same round. */
    public void add(String contender, Run run) {
        runs.computeIfAbsent(contender, name -> new ArrayList<>()).add(run);
    }

    /** A line about one run, for impatient readers. */
    public static String line(String contender, Run run) {
        return String.format(
                Locale.ROOT,
                "%-10s cold %6.0f docs/s %6.2f CPU-ms | warm %6.0f docs/s %6.2f CPU-ms per document",
                contender,
                run.cold().documentsPerSecond(),
                run.cold().cpuMillis(),
                run.warm().documentsPerSecond(),
                run.warm().cpuMillis());
    }

    /** Every table. */
    public String tables() {
        StringBuilder text = new StringBuilder();
        text.append(costs());
        runs.forEach((contender, of) -> text.append(processes(contender, of)));
        text.append(ratios());
        text.append(sameBytes());
        return text.toString();
    }

    /** The medians of all runs, by the contender's name, a dot and what is measured. */
    public Map<String, Double> figures() {
        Map<String, Double> figures = new LinkedHashMap<>();
        runs.forEach(
                (name, of) -> {
                    String contender = name.replace(' ', '-') + '.';
                    figures.put(
                            contender + "documents-per-second", warm(of, Cost::documentsPerSecond));
                    figures.put(contender + "cpu-ms", warm(of, Cost::cpuMillis));
                    figures.put(contender + "cold.cpu-ms", cold(of, Cost::cpuMillis));
                    figures.put(contender + "puts", warm(of, Cost::putsPerDocument));
                    figures.put(
                            contender + "kilobytes", warm(of, Cost::bytesPerDocument) / KILOBYTE);
                    figures.put(
                            contender + "allocated-kilobytes",
                            warm(of, Cost::allocatedPerDocument) / KILOBYTE);
                    figures.put(
                            contender + "kafka-requests", warm(of, Cost::kafkaRequestsPerDocument));
                    figures.putAll(ofProcesses(contender, of));
                });
        return figures;
    }

    private static Map<String, Double> ofProcesses(String contender, List<Run> of) {
        Map<String, Double> figures = new LinkedHashMap<>();
        for (String process : of.getFirst().warm().cpu().keySet()) {
            String name = contender + process;
            figures.put(name + ".cpu-ms", warm(of, cost -> cost.cpuMillis(process)));
            figures.put(name + ".resident-mib", warm(of, cost -> resident(cost, process)));
        }
        return figures;
    }

    private String costs() {
        StringBuilder text = new StringBuilder();
        text.append(
                String.format(
                        Locale.ROOT,
                        "%n%-10s %10s %10s %10s %10s %10s %12s %14s %14s%n",
                        "",
                        "docs/s",
                        "CPU-ms/doc",
                        "cold d/s",
                        "cold CPU",
                        "PUTs/doc",
                        "kB put/doc",
                        "kB heap/doc",
                        "requests/doc"));
        runs.forEach(
                (contender, of) ->
                        text.append(
                                String.format(
                                        Locale.ROOT,
                                        "%-10s %10.0f %10.2f %10.0f %10.2f %10.2f %12.1f %14.0f %14.2f%n",
                                        contender,
                                        warm(of, Cost::documentsPerSecond),
                                        warm(of, Cost::cpuMillis),
                                        cold(of, Cost::documentsPerSecond),
                                        cold(of, Cost::cpuMillis),
                                        warm(of, Cost::putsPerDocument),
                                        warm(of, Cost::bytesPerDocument) / KILOBYTE,
                                        warm(of, Cost::allocatedPerDocument) / KILOBYTE,
                                        warm(of, Cost::kafkaRequestsPerDocument))));
        return text.toString();
    }

    private static double warm(List<Run> of, ToDoubleFunction<Cost> figure) {
        return new Spread(of.stream().map(run -> figure.applyAsDouble(run.warm())).toList())
                .median();
    }

    private static double cold(List<Run> of, ToDoubleFunction<Cost> figure) {
        return new Spread(of.stream().map(run -> figure.applyAsDouble(run.cold())).toList())
                .median();
    }

    private static String processes(String contender, List<Run> of) {
        String parts =
                of.getFirst().warm().cpu().keySet().stream()
                        .map(
                                process ->
                                        String.format(
                                                Locale.ROOT,
                                                "%s %.2f CPU-ms %.0f kB heap %.0f MiB",
                                                process,
                                                warm(of, cost -> cost.cpuMillis(process)),
                                                warm(of, cost -> cost.allocatedPerDocument(process))
                                                        / KILOBYTE,
                                                warm(of, cost -> resident(cost, process))))
                        .collect(Collectors.joining(", "));
        return String.format(Locale.ROOT, "%n%s: %s", contender, parts);
    }

    private static double resident(Cost cost, String process) {
        return cost.peakResident().getOrDefault(process, 0L) / MEBIBYTE;
    }

    private String ratios() {
        StringBuilder text = new StringBuilder();
        for (String base : runs.keySet()) {
            for (String other : runs.keySet()) {
                if (!base.equals(other)) {
                    text.append(ratio(other, base));
                }
            }
        }
        return "\n\nRatios within each round, median (range):\n" + text;
    }

    private String ratio(String one, String other) {
        return String.format(
                Locale.ROOT,
                "  %s / %s: docs/s %s, CPU/doc %s%n",
                one,
                other,
                ratios(one, other, Cost::documentsPerSecond),
                ratios(one, other, Cost::cpuMillis));
    }

    private Spread ratios(String one, String other, ToDoubleFunction<Cost> figure) {
        List<Run> above = runs.getOrDefault(one, List.of());
        List<Run> below = runs.getOrDefault(other, List.of());
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < Math.min(above.size(), below.size()); round++) {
            ratios.add(
                    figure.applyAsDouble(above.get(round).warm())
                            / figure.applyAsDouble(below.get(round).warm()));
        }
        return new Spread(ratios);
    }

    private String sameBytes() {
        return runs.entrySet().stream()
                .map(
                        entry ->
                                String.format(
                                        "%s: %s in %d runs",
                                        entry.getKey(),
                                        isSame(entry.getValue())
                                                ? "checked, the same bytes"
                                                : "DIFFERENT BYTES",
                                        entry.getValue().size()))
                .collect(Collectors.joining("\n", "\n", "\n"));
    }

    private static boolean isSame(List<Run> of) {
        return of.stream().map(Run::fingerprint).distinct().count() == 1;
    }

    /** The ratio of processor time between two contenders. */
    public Spread cpuRatio(String one, String other) {
        return ratios(one, other, Cost::cpuMillis);
    }
}
