package dev.pressline.testing.benchmarks.blobs;

import dev.pressline.testing.benchmarks.measure.Figures;
import dev.pressline.testing.benchmarks.measure.SteadyCost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures what normalize does with a blob before it puts it. */
@Command(
        name = "blobs",
        mixinStandardHelpOptions = true,
        description = "Processor time and memory of a blob, beside their goal.")
public final class BlobsCommand implements Callable<Integer> {

    private static final String GOAL = "goal: 150 us for a picture of 131 kB, the heap as for any";

    /** The sides of squares of noise that make 75 kB, 131 kB and 7.4 MB. */
    private static final int SMALL_SIDE = 350;

    private static final int USUAL_SIDE = 461;
    private static final int LARGE_SIDE = 3_500;

    @Option(
            names = "--warm-up",
            description = "Seconds of processor time before measuring (${DEFAULT-VALUE}).")
    private int warmUp = 5;

    @Option(
            names = "--seconds",
            description = "Seconds of processor time measured (${DEFAULT-VALUE}).")
    private int seconds = 5;

    @Mixin private Figures figures = new Figures();

    @Override
    public Integer call() throws IOException {
        Path directory = Files.createTempDirectory("pressline-blobs");
        BlobWork work = new BlobWork(directory);
        System.out.println(SteadyCost.HEADER);
        print("says its place", Photographs.withPlace(SMALL_SIDE), work);
        print("says its place", Photographs.withPlace(USUAL_SIDE), work);
        print("as it is", Photographs.plain(USUAL_SIDE), work).addTo(figures, "blobs.131-kb");
        print("says its place", Photographs.withPlace(LARGE_SIDE), work);
        System.out.println(GOAL);
        Files.delete(directory);
        return 0;
    }

    private SteadyCost print(String kind, byte[] picture, BlobWork work) {
        String what = String.format(Locale.ROOT, "%,d kB, %s", picture.length / 1_000, kind);
        SteadyCost cost = SteadyCost.of(what, warmUp, seconds, i -> work.keep(picture));
        System.out.println(cost.line());
        return cost;
    }
}
