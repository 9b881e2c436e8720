package dev.pressline.testing.benchmarks.growth;

import dev.pressline.local.pipeline.Service;
import dev.pressline.local.process.Directories;
import dev.pressline.local.process.LaunchException;
import dev.pressline.testing.benchmarks.contend.PipelineOptions;
import dev.pressline.testing.benchmarks.contend.Pressline;
import dev.pressline.testing.benchmarks.measure.Figures;
import dev.pressline.testing.benchmarks.measure.Jvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Grows one publication to several sizes, each in a pipeline of its own, and measures what single
 * documents then cost: added, edited and deleted one by one, the same ones at every size.
 */
@Command(
        name = "growth",
        mixinStandardHelpOptions = true,
        description = "What one document costs in a small archive and in large ones.")
public final class GrowthCommand implements Callable<Integer> {

    @Option(
            names = "--sizes",
            split = ",",
            description = "Documents there before, the first to compare with (${DEFAULT-VALUE}).")
    private List<Integer> sizes = new ArrayList<>(List.of(1_000, 10_000));

    @Option(names = "--operations", description = "Of each kind (${DEFAULT-VALUE}).")
    private int operations = 40;

    @Option(names = "--pace", description = "Between two operations (${DEFAULT-VALUE}).")
    private Duration pace = Duration.ofSeconds(2);

    @Mixin private PipelineOptions pipeline = new PipelineOptions();

    @Mixin private Figures figures = new Figures();

    private long smallestHeap;

    @Override
    public Integer call() throws IOException {
        System.out.println(Price.HEADER);
        List<List<Price>> prices = new ArrayList<>();
        for (int size : sizes) {
            prices.add(measure(size));
        }
        System.out.println("ratios");
        for (int i = 1; i < sizes.size(); i++) {
            for (Operation operation : Operation.values()) {
                Price price = prices.get(i).get(operation.ordinal());
                Price first = prices.getFirst().get(operation.ordinal());
                System.out.println(price.ratio(sizes.get(i), operation, first));
            }
        }
        return 0;
    }

    /** The price of each operation, in their order. */
    private List<Price> measure(int size) throws IOException {
        Path directory = Files.createTempDirectory("pressline-bench-");
        try (Pressline pressline = Pressline.start(directory, pipeline.environment())) {
            Growth growth = new Growth(pressline, pipeline.seed(), pace);
            long begun = System.nanoTime();
            growth.fill(size);
            Duration filled = Duration.ofNanos(System.nanoTime() - begun);
            Duration atRest = growth.rest(operations);
            System.out.printf(
                    "%,d documents after %d s; at rest %d ms of processor time a second%n",
                    size,
                    filled.toSeconds(),
                    atRest.toMillis() * 1000 / (pace.toMillis() * operations));
            heap(size, Jvm.liveHeap(pressline.process(Service.RENDER)));
            List<Price> prices = new ArrayList<>();
            for (Operation operation : Operation.values()) {
                Price price = growth.run(operation, operations, atRest);
                prices.add(price);
                price.figures()
                        .forEach((name, value) -> figures.add(name(size, operation, name), value));
                System.out.println(price.line(size, operation));
            }
            return prices;
        } finally {
            delete(directory);
        }
    }

    private static String name(int size, Operation operation, String figure) {
        return "growth.%d.%s.%s".formatted(size, operation.title(), figure);
    }

    /** What render keeps for each document beyond those of the smallest archive. */
    private void heap(int size, long bytes) {
        System.out.printf("%,d documents: render holds %,d bytes%n", size, bytes);
        figures.add("growth.%d.heap-bytes".formatted(size), bytes);
        if (size == sizes.getFirst()) {
            smallestHeap = bytes;
        } else {
            figures.add(
                    "growth.%d.heap-per-document".formatted(size),
                    (double) (bytes - smallestHeap) / (size - sizes.getFirst()));
        }
    }

    private static void delete(Path directory) {
        try {
            Directories.delete(directory);
        } catch (IOException e) {
            throw new LaunchException("data cannot be deleted from " + directory, e);
        }
    }
}
