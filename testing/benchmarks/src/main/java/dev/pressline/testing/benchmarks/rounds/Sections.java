package dev.pressline.testing.benchmarks.rounds;

import java.util.List;
import java.util.stream.Stream;

/** What a report tells about the figures of each measurement. Stateless. */
final class Sections {

    private static final List<Label> PERCENTILES =
            List.of(new Label("p50", "p50"), new Label("p99", "p99"), new Label("p99.9", "p99.9"));

    private static final List<Label> MILESTONES =
            List.of(
                    new Label("accepted", "raw record accepted"),
                    new Label("normalized", "normalized"),
                    new Label("asked-for", "page asked for"),
                    new Label("page", "page readable"),
                    new Label("feed", "feed readable"));

    private static final List<Label> OPERATIONS =
            List.of(
                    new Label("add", "added"),
                    new Label("edit", "edited"),
                    new Label("delete", "deleted"));

    private static final Label CPU = new Label("cpu-ms", "CPU-ms");

    private static final List<Label> STEADY =
            List.of(new Label("us", "µs each"), new Label("allocated-bytes", "bytes allocated"));

    private Sections() {}

    /** All that have figures, the whole pipeline first. */
    static List<Section> of(RoundFigures figures) {
        return Stream.of(
                        imports(figures),
                        latency(figures),
                        growth(figures),
                        hugo(figures),
                        start(figures),
                        ingest(figures),
                        steady(figures))
                .filter(Section::hasFigures)
                .toList();
    }

    private static Section imports(RoundFigures figures) {
        List<Label> contenders = Label.plain(figures.between("compare.", ".documents-per-second"));
        Table costs =
                Table.of(
                        figures,
                        "contender",
                        contenders,
                        List.of(
                                new Label("documents-per-second", "documents/s"),
                                new Label("cpu-ms", "CPU-ms a document"),
                                new Label("cold.cpu-ms", "the first thousand"),
                                new Label("puts", "PUTs"),
                                new Label("kilobytes", "kB put"),
                                new Label("allocated-kilobytes", "kB of heap taken"),
                                new Label("kafka-requests", "requests to the broker")),
                        "compare.%s.%s"::formatted);
        Table speed =
                Table.of(
                        figures,
                        "contender",
                        contenders,
                        List.of(new Label("documents-per-second", "documents/s")),
                        "compare.%s.%s"::formatted);
        Table cpu = byProcess(figures, contenders, "cpu-ms");
        return new Section(
                "Import",
                "A bare loop, a naive pipeline and Pressline take the same records in, one after the other on the same"
                        + " two ends of a broker and a store. The loop runs again at the end, as a control. CPU-ms are of all"
                        + " processes; below by process, and the most that was resident.",
                List.of(costs, cpu, byProcess(figures, contenders, "resident-mib")),
                List.of(
                        new Plot(
                                "throughput",
                                "Import",
                                "documents a second",
                                Plot.Style.BARS,
                                speed),
                        new Plot(
                                "processor-time",
                                "Import, by process",
                                "CPU-ms a document",
                                Plot.Style.STACK,
                                cpu)));
    }

    private static Table byProcess(RoundFigures figures, List<Label> contenders, String figure) {
        List<Label> processes =
                Label.plain(
                        contenders.stream()
                                .flatMap(
                                        each ->
                                                figures
                                                        .between(
                                                                "compare." + each.key() + '.',
                                                                ".resident-mib")
                                                        .stream())
                                .distinct()
                                .toList());
        String unit = figure.equals("cpu-ms") ? "CPU-ms a document of" : "MiB resident of";
        return Table.of(
                figures,
                unit,
                contenders,
                processes,
                (contender, process) -> "compare.%s.%s.%s".formatted(contender, process, figure));
    }

    private static Section latency(RoundFigures figures) {
        List<String> loads = figures.between("latency.", ".page.p50");
        return new Section(
                "Latency",
                "Documents are handed in at parts of the pace of a burst%s, each when it is due, whether those before are done or not. Milliseconds from then on."
                        .formatted(
                                figures.spread("latency.capacity")
                                        .map(pace -> ", which is " + pace + " a second")
                                        .orElse("")),
                loads.stream().map(load -> latency(figures, load)).toList(),
                loads.stream()
                        .map(
                                load ->
                                        new Plot(
                                                "latency-" + percent(load),
                                                "At " + percent(load) + " % of the pace of a burst",
                                                "milliseconds",
                                                Plot.Style.LINES,
                                                latency(figures, load)))
                        .toList());
    }

    private static Table latency(RoundFigures figures, String load) {
        return Table.of(
                figures,
                "at %d %%, until".formatted(percent(load)),
                MILESTONES,
                PERCENTILES,
                (milestone, percentile) ->
                        "latency.%s.%s.%s".formatted(load, milestone, percentile));
    }

    private static long percent(String load) {
        return Math.round(Double.parseDouble(load) * 100);
    }

    private static Section growth(RoundFigures figures) {
        List<Label> sizes = Label.sizes(figures.between("growth.", ".add.cpu-ms"));
        List<Label> rows =
                sizes.stream()
                        .flatMap(size -> OPERATIONS.stream().map(each -> operation(size, each)))
                        .toList();
        Table heap =
                Table.of(
                        figures,
                        "documents",
                        sizes,
                        List.of(
                                new Label("heap-bytes", "bytes of render's heap"),
                                new Label("heap-per-document", "for each beyond the smallest")),
                        "growth.%s.%s"::formatted);
        return new Section(
                "Growth",
                "One publication grows to several sizes, each in a pipeline of its own, and then documents are added,"
                        + " edited and deleted one by one. Milliseconds are until the last output of an operation.",
                List.of(
                        prices(
                                figures,
                                rows,
                                List.of(
                                        CPU,
                                        new Label("puts", "PUTs"),
                                        new Label("kilobytes", "kB put"),
                                        new Label("jobs", "jobs"),
                                        new Label("p50", "p50, ms"),
                                        new Label("p99", "p99, ms"))),
                        heap),
                List.of(
                        new Plot(
                                "growth",
                                "One document more, changed, less",
                                "CPU-ms",
                                Plot.Style.BARS,
                                prices(figures, rows, List.of(CPU)))));
    }

    private static Table prices(RoundFigures figures, List<Label> rows, List<Label> columns) {
        return Table.of(figures, "one of, done", rows, columns, "growth.%s.%s"::formatted);
    }

    private static Label operation(Label size, Label operation) {
        return new Label(size.key() + '.' + operation.key(), size.text() + ", " + operation.text());
    }

    private static Section hugo(RoundFigures figures) {
        return new Section(
                "A site generator",
                "Hugo makes pages and feeds of the same documents, and again after one changed.",
                List.of(
                        Table.of(
                                figures,
                                "documents",
                                Label.sizes(figures.between("hugo.", ".rebuild-ms")),
                                List.of(
                                        new Label("cpu-ms", "CPU-ms a document"),
                                        new Label("rebuild-ms", "ms for a rebuild")),
                                "hugo.%s.%s"::formatted)),
                List.of());
    }

    private static Section start(RoundFigures figures) {
        Table cpu =
                Table.of(
                        figures,
                        "process",
                        Label.plain(figures.between("startup.", ".cpu-s")),
                        List.of(new Label("cpu-s", "seconds of one core until ready")),
                        "startup.%s.%s"::formatted);
        return new Section(
                "Start",
                "From the command to a pipeline that is ready%s, with the classes of a run before kept."
                        .formatted(
                                figures.spread("startup.seconds")
                                        .map(seconds -> ": " + seconds + " s")
                                        .orElse("")),
                List.of(cpu),
                List.of(new Plot("start", "Start", "seconds of one core", Plot.Style.BARS, cpu)));
    }

    private static Section ingest(RoundFigures figures) {
        return new Section(
                "Ingest by itself",
                "What it does with a record before it is sent, without broker.",
                List.of(
                        Table.of(
                                figures,
                                "what",
                                Label.plain(figures.between("ingest.", ".per-second")),
                                List.of(new Label("per-second", "a second and core")),
                                "ingest.%s.%s"::formatted)),
                List.of());
    }

    private static Section steady(RoundFigures figures) {
        return new Section(
                "Parts by themselves",
                "Processor time and heap for one document, feed or blob, warm. `cores` are measured by JMH.",
                List.of(
                        Table.of(
                                figures,
                                "what",
                                Label.plain(figures.between("", ".us")),
                                STEADY,
                                "%s.%s"::formatted)),
                List.of());
    }
}
