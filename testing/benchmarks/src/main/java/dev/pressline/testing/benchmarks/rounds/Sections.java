package dev.pressline.testing.benchmarks.rounds;

import dev.pressline.testing.benchmarks.report.Spread;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * What a report tells about each measurement. Immutable.
 *
 * @param figures of all rounds
 */
record Sections(RoundFigures figures) {

    private static final List<Label> COSTS =
            List.of(
                    new Label("documents-per-second", "documents/s"),
                    new Label("cpu-ms", "CPU-ms a document"),
                    new Label("cold.cpu-ms", "the first thousand"),
                    new Label("puts", "PUTs"),
                    new Label("kilobytes", "kB put"),
                    new Label("allocated-kilobytes", "kB of heap taken"),
                    new Label("kafka-requests", "requests to the broker"));

    private static final List<Label> STAGES = Label.plain(List.of("ingest", "normalize", "render"));

    private static final List<Label> MILESTONES =
            List.of(
                    new Label("accepted", "raw record accepted"),
                    new Label("normalized", "normalized"),
                    new Label("asked-for", "page asked for"),
                    new Label("page", "page readable"),
                    new Label("feed", "feed readable"));

    private static final List<Label> PERCENTILES = Label.plain(List.of("p50", "p99", "p99.9"));

    private static final List<Label> PRICES =
            List.of(
                    new Label("cpu-ms", "CPU-ms"),
                    new Label("puts", "PUTs"),
                    new Label("kilobytes", "kB put"),
                    new Label("jobs", "jobs"),
                    new Label("p50", "p50, ms"),
                    new Label("p99", "p99, ms"));

    private static final double MILLIS = 1e3;

    /** All that have figures, the whole pipeline first. */
    List<Section> all() {
        return Stream.of(imports(), latency(), growth(), hugo(), start(), ingest(), parts())
                .filter(Section::hasFigures)
                .toList();
    }

    private Section imports() {
        List<Label> contenders = Label.plain(figures.between("compare.", ".documents-per-second"));
        Table costs = Table.of("contender", contenders, COSTS, named("compare.%s.%s"));
        Table speed =
                Table.of("contender", contenders, COSTS.subList(0, 1), named("compare.%s.%s"));
        Table cpu = byProcess("CPU-ms a document of", contenders, "cpu-ms");
        return new Section(
                "Import",
                "A bare loop, a naive pipeline and Pressline take the same records in, each with a broker and a store of its own, and"
                        + " the loop again at the end, as a control. What it costs is of all processes together, then of each; what is"
                        + " resident is the most.",
                List.of(
                        costs,
                        cpu,
                        byProcess("MiB resident of", contenders, "resident-mib"),
                        stages()),
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

    private Table byProcess(String corner, List<Label> contenders, String figure) {
        List<String> processes =
                contenders.stream()
                        .flatMap(each -> processes(each.key()).stream())
                        .distinct()
                        .toList();
        return Table.of(
                corner, contenders, Label.plain(processes), named("compare.%s.%s." + figure));
    }

    private List<String> processes(String contender) {
        return figures.between("compare." + contender + '.', ".resident-mib");
    }

    private Table stages() {
        return Table.of(
                "stage of Pressline",
                STAGES,
                List.of(new Label("cpu-ms", "documents a second, if it had a core for itself")),
                (stage, figure) ->
                        figures.spread("compare.pressline.%s.%s".formatted(stage, figure))
                                .map(cpu -> cpu.under(MILLIS)));
    }

    private Section latency() {
        List<String> loads = figures.between("latency.", ".page.p50");
        String pace =
                figures.spread("latency.capacity")
                        .map(capacity -> ", which is " + capacity + " a second")
                        .orElse("");
        return new Section(
                "Latency",
                "Documents are handed in at parts of the pace of a burst"
                        + pace
                        + ", each when it is due, whether those before are done or not. Milliseconds since it was due.",
                loads.stream().map(this::latency).toList(),
                loads.stream().map(this::latencyPlot).toList());
    }

    private Table latency(String load) {
        return Table.of(
                "at %d %%, until".formatted(percent(load)),
                MILESTONES,
                PERCENTILES,
                named("latency." + load + ".%s.%s"));
    }

    private Plot latencyPlot(String load) {
        long percent = percent(load);
        return new Plot(
                "latency-" + percent,
                "At %d %% of the pace of a burst".formatted(percent),
                "milliseconds",
                Plot.Style.LINES,
                latency(load));
    }

    private static long percent(String load) {
        return Math.round(Double.parseDouble(load) * 100);
    }

    private Section growth() {
        List<Label> sizes = Label.sizes(figures.archives());
        List<Label> operations =
                sizes.stream()
                        .flatMap(
                                size ->
                                        Goals.OPERATIONS.stream()
                                                .map(each -> operation(size, each)))
                        .toList();
        return new Section(
                "Growth",
                "One publication grows to several sizes, each in a pipeline of its own, and then documents are added,"
                        + " edited and deleted one by one. Milliseconds are until the last output of an operation.",
                List.of(
                        Table.of(
                                "archive, and what is done",
                                operations,
                                PRICES,
                                named("growth.%s.%s")),
                        Table.of(
                                "documents",
                                sizes,
                                List.of(
                                        new Label("heap-bytes", "bytes of render's heap"),
                                        new Label(
                                                "heap-per-document",
                                                "for each beyond the smallest")),
                                named("growth.%s.%s"))),
                List.of(
                        new Plot(
                                "growth",
                                "One document, by documents in its archive",
                                "CPU-ms",
                                Plot.Style.BARS,
                                Table.of(
                                        "operation",
                                        operations,
                                        PRICES.subList(0, 1),
                                        named("growth.%s.%s")))));
    }

    private static Label operation(Label size, Label operation) {
        return new Label(size.key() + '.' + operation.key(), size.text() + ", " + operation.text());
    }

    private Section hugo() {
        return new Section(
                "A site generator",
                "Hugo makes pages and feeds of the same documents, and again after one changed.",
                List.of(
                        Table.of(
                                "documents",
                                Label.sizes(figures.between("hugo.", ".rebuild-ms")),
                                List.of(
                                        new Label("cpu-ms", "CPU-ms a document"),
                                        new Label("rebuild-ms", "ms for a rebuild")),
                                named("hugo.%s.%s"))),
                List.of());
    }

    private Section start() {
        Table cpu =
                Table.of(
                        "process",
                        Label.plain(figures.between("startup.", ".cpu-s")),
                        List.of(new Label("cpu-s", "seconds of one core until ready")),
                        named("startup.%s.%s"));
        String whole =
                figures.spread("startup.seconds")
                        .map(seconds -> " takes " + seconds + " s")
                        .orElse("");
        return new Section(
                "Start",
                "From the command to a pipeline that is ready"
                        + whole
                        + ", with the classes of a run before kept.",
                List.of(cpu),
                List.of(new Plot("start", "Start", "seconds of one core", Plot.Style.BARS, cpu)));
    }

    private Section ingest() {
        return new Section(
                "Ingest by itself",
                "What it does with a record before it is sent, without a broker.",
                List.of(
                        Table.of(
                                "what",
                                Label.plain(figures.between("ingest.", ".per-second")),
                                List.of(new Label("per-second", "a second and core")),
                                named("ingest.%s.%s"))),
                List.of());
    }

    private Section parts() {
        return new Section(
                "Parts by themselves",
                "Processor time and heap for one document, feed or blob, warm. `cores` are measured by JMH.",
                List.of(
                        Table.of(
                                "what",
                                Label.plain(figures.between("", ".us")),
                                List.of(
                                        new Label("us", "µs each"),
                                        new Label("allocated-bytes", "bytes allocated")),
                                named("%s.%s"))),
                List.of());
    }

    /** Cells by the names of their figures. */
    private BiFunction<String, String, Optional<Spread>> named(String pattern) {
        return (row, column) -> figures.spread(pattern.formatted(row, column));
    }
}
