package dev.pressline.testing.benchmarks.latency;

import dev.pressline.contract.event.Topics;
import dev.pressline.local.pipeline.Addresses;
import dev.pressline.local.process.Directories;
import dev.pressline.local.process.LaunchException;
import dev.pressline.testing.benchmarks.contend.PipelineOptions;
import dev.pressline.testing.benchmarks.contend.Pressline;
import dev.pressline.testing.benchmarks.contend.Site;
import dev.pressline.testing.benchmarks.corpus.Row;
import dev.pressline.testing.benchmarks.measure.Figures;
import dev.pressline.testing.benchmarks.measure.OutputFollower;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Hands documents in at a fixed pace, whether the pipeline keeps up or not, and measures from the
 * moment at which each was due until its page and the feed of its account hold it.
 */
@Command(
        name = "latency",
        mixinStandardHelpOptions = true,
        description = "How long a record takes until its page and feed can be read.")
public final class LatencyCommand implements Callable<Integer> {

    private static final double MILLIS_PER_SECOND = 1e3;
    private static final List<String> PERCENTILES = List.of("50", "99", "99.9");
    private static final String GOAL =
            "goal: page and feed readable, p50 10 ms, p99 50 ms, p99.9 250 ms, at half of what it can take";

    @Option(names = "--documents", description = "Documents measured (${DEFAULT-VALUE}).")
    private int documents = 1_000;

    @Option(
            names = "--warm-up",
            description = "Documents before them, at the same pace (${DEFAULT-VALUE}).")
    private int warmUp = 500;

    @Option(
            names = "--burst",
            description =
                    "Documents before all, at once, to measure the capacity (${DEFAULT-VALUE}).")
    private int burst = 1_000;

    @Option(
            names = "--loads",
            split = ",",
            description = "The parts of the capacity used, in turn (${DEFAULT-VALUE}).")
    private List<Double> loads = List.of(0.5);

    @Option(
            names = "--rate",
            description = "Documents a second, instead of a part of the capacity.")
    private double rate;

    @Mixin private PipelineOptions pipeline = new PipelineOptions();

    @Mixin private Figures figures = new Figures();

    private int next;

    @Override
    public Integer call() throws IOException {
        Path directory = Files.createTempDirectory("pressline-bench-");
        try (Pressline pressline = Pressline.start(directory, pipeline.environment())) {
            pressline.process(Row.publications(pipeline.seed()));
            double capacity = rate > 0 ? rate : capacity(pressline);
            for (double load : rate > 0 ? List.of(1.0) : loads) {
                measure(pressline, load, load * capacity);
            }
        } finally {
            Directories.delete(directory);
        }
        System.out.println(GOAL);
        return 0;
    }

    private void measure(Pressline pressline, double load, double pace) {
        print(run(pressline, warmUp, pace), 0, pace);
        Passages passages = run(pressline, documents, pace);
        print(passages, documents, pace);
        for (Milestone milestone : Milestone.values()) {
            Histogram times = passages.times(milestone);
            for (String percentile : PERCENTILES) {
                figures.add(
                        "latency.%s.%s.p%s".formatted(load, milestone.title(), percentile),
                        times.getValueAtPercentile(Double.parseDouble(percentile)));
            }
        }
    }

    private double capacity(Pressline pressline) {
        Duration elapsed = pressline.process(next(burst));
        double capacity = burst * MILLIS_PER_SECOND / elapsed.toMillis();
        System.out.printf(Locale.ROOT, "%.1f documents/s in a burst of %d%n", capacity, burst);
        figures.add("latency.capacity", capacity);
        return capacity;
    }

    /** So many documents that nobody has handed in. */
    private List<Row> next(int count) {
        List<Row> rows = Row.documents(pipeline.seed(), next, count);
        next += count;
        return rows;
    }

    private Passages run(Pressline pressline, int count, double pace) {
        Addresses addresses = pressline.addresses();
        Site site = new Site(addresses.store(), Addresses.SITE_BUCKET);
        Passages passages = new Passages(site::get);
        List<Row> rows = next(count);
        try (OutputFollower follower =
                        new OutputFollower(
                                addresses.bootstrapServers(),
                                List.of(Topics.NORMALIZED, Topics.JOBS, Topics.RENDERED),
                                passages::heard);
                ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            long begun = System.currentTimeMillis() + (long) MILLIS_PER_SECOND;
            for (int i = 0; i < rows.size(); i++) {
                Row row = rows.get(i);
                long due = begun + (long) (i * MILLIS_PER_SECOND / pace);
                sleepUntil(due);
                passages.begin(row, due);
                senders.execute(() -> send(pressline, row, passages));
            }
            pressline.awaitQuiet();
        }
        return passages;
    }

    private static void send(Pressline pressline, Row row, Passages passages) {
        pressline.send(List.of(row));
        passages.reached(Milestone.ACCEPTED, row.uri());
    }

    private static void sleepUntil(long time) {
        try {
            Thread.sleep(Math.max(0, time - System.currentTimeMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("interrupted while measuring", e);
        }
    }

    private static void print(Passages passages, int measured, double pace) {
        String what = measured == 0 ? "warming up" : measured + " documents";
        System.out.printf(Locale.ROOT, "%s at %.1f a second, ms since each was due%n", what, pace);
        System.out.printf("%-30s %7s %7s %7s %7s %7s%n", "", "n", "p50", "p99", "p99.9", "most");
        for (Milestone milestone : Milestone.values()) {
            Histogram times = passages.times(milestone);
            System.out.printf(
                    "%-30s %7d %7d %7d %7d %7d%n",
                    milestone.label(),
                    times.getTotalCount(),
                    times.getValueAtPercentile(50),
                    times.getValueAtPercentile(99),
                    times.getValueAtPercentile(99.9),
                    times.getMaxValue());
        }
    }
}
