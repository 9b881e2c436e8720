package dev.pressline.testing.benchmarks.hugo;

import dev.pressline.local.process.Directories;
import dev.pressline.local.process.LaunchException;
import dev.pressline.testing.benchmarks.measure.Figures;
import dev.pressline.testing.benchmarks.measure.SpentByChildren;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Has Hugo build the documents of the corpus, and again after one was changed. */
@Command(
        name = "hugo",
        mixinStandardHelpOptions = true,
        description = "What a site generator costs on the same documents, where it is installed.")
public final class HugoCommand implements Callable<Integer> {

    private static final double NANOS_PER_MILLI = 1e6;

    @Option(names = "--sizes", split = ",", description = "Documents (${DEFAULT-VALUE}).")
    private List<Integer> sizes = new ArrayList<>(List.of(1_000, 10_000));

    @Option(names = "--seed", description = "Of the corpus (${DEFAULT-VALUE}).")
    private long seed = 42;

    @Mixin private Figures figures = new Figures();

    @Override
    public Integer call() throws IOException {
        if (!isInstalled()) {
            System.out.println("hugo is not installed");
            return Figures.NONE_TO_BELIEVE;
        }
        System.out.printf("%9s %10s %12s %12s%n", "documents", "pages", "CPU-ms/doc", "rebuild ms");
        for (int size : sizes) {
            measure(size);
        }
        return 0;
    }

    private static boolean isInstalled() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(each -> Files.isExecutable(Path.of(each, "hugo")));
    }

    private void measure(int size) throws IOException {
        Path directory = Files.createTempDirectory("pressline-hugo-");
        try {
            HugoSite site = HugoSite.write(directory, seed, size);
            Duration before = SpentByChildren.soFar();
            site.build();
            double cpu = millis(SpentByChildren.soFar().minus(before)) / size;
            site.edit();
            long begun = System.nanoTime();
            site.build();
            double rebuild = (System.nanoTime() - begun) / NANOS_PER_MILLI;
            if (site.pages() < size) {
                throw new LaunchException("hugo made only " + site.pages() + " pages");
            }
            System.out.printf(
                    Locale.ROOT, "%,9d %,10d %12.2f %12.0f%n", size, site.pages(), cpu, rebuild);
            figures.add("hugo." + size + ".cpu-ms", cpu);
            figures.add("hugo." + size + ".rebuild-ms", rebuild);
        } finally {
            Directories.delete(directory);
        }
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / NANOS_PER_MILLI;
    }
}
