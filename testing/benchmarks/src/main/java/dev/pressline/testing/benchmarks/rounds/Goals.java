package dev.pressline.testing.benchmarks.rounds;

import java.util.List;
import java.util.Map;

/** What Pressline wants to reach. Stateless. */
final class Goals {

    private static final String THROUGHPUT = "compare.pressline.documents-per-second";
    private static final String CPU = "compare.pressline.cpu-ms";

    private static final List<Goal> ALL =
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
                            .by("growth.10000.edit.p50"),
                    grown("added, processor time", "add.cpu-ms"),
                    grown("edited, processor time", "edit.cpu-ms"),
                    grown("deleted, processor time", "delete.cpu-ms"),
                    grown("added, bytes put", "add.kilobytes"),
                    grown("edited, bytes put", "edit.kilobytes"),
                    grown("deleted, bytes put", "delete.kilobytes"),
                    Goal.atMost(
                            64,
                            "Heap of render for a known document, bytes",
                            "growth.10000.heap-per-document"),
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

    private static Goal grown(String what, String figure) {
        return Goal.atMost(
                        1.1,
                        "One document " + what + ", at 10,000 by at 1,000",
                        "growth.10000." + figure)
                .by("growth.1000." + figure);
    }

    /** A table of all goals, and what was measured of them. */
    static String table(Map<String, Map<Integer, Double>> figures) {
        StringBuilder table = new StringBuilder();
        table.append("| what | goal | median (range) | |\n|---|---|---|---|\n");
        ALL.forEach(goal -> table.append(goal.row(figures)).append('\n'));
        return table.toString();
    }
}
