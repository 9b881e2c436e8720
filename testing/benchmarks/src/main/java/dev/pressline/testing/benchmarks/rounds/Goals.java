package dev.pressline.testing.benchmarks.rounds;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Pressline wants to reach. Stateless. */
final class Goals {

    private static final String THROUGHPUT = "compare.pressline.documents-per-second";
    private static final String CPU = "compare.pressline.cpu-ms";
    private static final List<String> SIZES = List.of("1000", "10000");
    private static final double GROWTH = 1.1;
    private static final String HEADER = "| what | goal | median (range) | |\n|---|---|---|---|\n";

    /** What is done in archives of all sizes. */
    static final List<Label> OPERATIONS =
            List.of(
                    new Label("add", "added"),
                    new Label("edit", "edited"),
                    new Label("delete", "deleted"));

    private static final List<Label> PRICES =
            List.of(
                    new Label("cpu-ms", "processor time"),
                    new Label("kilobytes", "bytes put"),
                    new Label("puts", "objects put"),
                    new Label("p50", "until the last output, p50"));

    private static final List<Goal> PIPELINE =
            List.of(
                    Goal.atLeast(1_500, "Backfill, documents a second", THROUGHPUT),
                    Goal.atLeast(5, "The same, by the naive pipeline", THROUGHPUT)
                            .by("compare.naive.documents-per-second"),
                    Goal.atLeast(0.35, "The same, by the bare loop", THROUGHPUT)
                            .by("compare.bare.documents-per-second"),
                    Goal.atMost(0.5, "Processor time of a document, by Hugo's at 10,000", CPU)
                            .by("hugo.10000.cpu-ms"),
                    Goal.atMost(
                                    2,
                                    "First thousand documents, by those after, processor time",
                                    "compare.pressline.cold.cpu-ms")
                            .by(CPU),
                    Goal.atMost(10, "Page readable at half load, ms, p50", "latency.0.5.page.p50"),
                    Goal.atMost(50, "… p99", "latency.0.5.page.p99"),
                    Goal.atMost(250, "… p99.9", "latency.0.5.page.p99.9"),
                    Goal.atMost(10, "Feed readable at half load, ms, p50", "latency.0.5.feed.p50"),
                    Goal.atMost(50, "… p99", "latency.0.5.feed.p99"),
                    Goal.atMost(250, "… p99.9", "latency.0.5.feed.p99.9"),
                    Goal.atLeast(
                                    1_000,
                                    "A rebuild by Hugo at 10,000, by the edit of one document",
                                    "hugo.10000.rebuild-ms")
                            .by("growth.10000.edit.p50"));

    private static final List<Goal> PARTS =
            List.of(
                    Goal.atLeast(
                                    200,
                                    "A feed by ROME, by ours with one item new, processor time",
                                    "feeds.rome.us")
                            .by("feeds.rss-one-new.us"),
                    Goal.atMost(
                            0.5,
                            "Start to ready, ingest, seconds of one core",
                            "startup.ingest.cpu-s"),
                    Goal.atMost(0.5, "… normalize", "startup.normalize.cpu-s"),
                    Goal.atMost(0.5, "… render", "startup.render.cpu-s"),
                    Goal.atMost(
                            128,
                            "Resident under load, ingest, MiB",
                            "compare.pressline.ingest.resident-mib"),
                    Goal.atMost(128, "… normalize", "compare.pressline.normalize.resident-mib"),
                    Goal.atMost(256, "… render", "compare.pressline.render.resident-mib"));

    private Goals() {}

    /** A table of the goals that were measured, and how many were not. */
    static String table(RoundFigures figures) {
        List<Goal> all = all(figures).toList();
        List<Goal> measured =
                all.stream().filter(goal -> goal.measured(figures).isPresent()).toList();
        String missing = all.size() - measured.size() + " goals were not measured.\n";
        if (measured.isEmpty()) {
            return missing;
        }
        String rows =
                measured.stream()
                        .map(goal -> goal.row(figures))
                        .collect(Collectors.joining("\n", HEADER, "\n"));
        return measured.size() == all.size() ? rows : rows + '\n' + missing;
    }

    private static Stream<Goal> all(RoundFigures figures) {
        return Stream.of(PIPELINE.stream(), growth(figures), PARTS.stream())
                .flatMap(goals -> goals);
    }

    /** Of each size that was measured, by the smallest. */
    private static Stream<Goal> growth(RoundFigures figures) {
        List<String> measured = figures.archives();
        List<Label> sizes = Label.sizes(measured.size() > 1 ? measured : SIZES);
        return sizes.stream().skip(1).flatMap(size -> grown(size, sizes.getFirst()));
    }

    private static Stream<Goal> grown(Label size, Label smallest) {
        Stream<Goal> prices =
                PRICES.stream()
                        .flatMap(
                                price ->
                                        OPERATIONS.stream()
                                                .map(each -> grown(size, smallest, each, price)));
        Goal heap =
                Goal.atMost(
                        64,
                        "Heap of render for a known document at %s, bytes".formatted(size.text()),
                        "growth.%s.heap-per-document".formatted(size.key()));
        return Stream.concat(prices, Stream.of(heap));
    }

    private static Goal grown(Label size, Label smallest, Label operation, Label price) {
        String figure = "growth.%s.%s.%s";
        return Goal.atMost(
                        GROWTH,
                        "One document %s, %s, at %s by at %s"
                                .formatted(
                                        operation.text(),
                                        price.text(),
                                        size.text(),
                                        smallest.text()),
                        figure.formatted(size.key(), operation.key(), price.key()))
                .by(figure.formatted(smallest.key(), operation.key(), price.key()));
    }
}
