package dev.pressline.testing.benchmarks.blobs;

import dev.pressline.testing.benchmarks.measure.Measured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures what normalize does with a blob before it puts it. */
@Command(
        name = "blobs",
        mixinStandardHelpOptions = true,
        description = "Blobs a second and core, beside their goal, and what they take of memory.")
public final class BlobsCommand implements Callable<Integer> {

    /** 150 microseconds each. */
    private static final int GOAL = 6_667;

    private static final int SMALL_SIDE = 350;
    private static final int LARGE_SIDE = 3_500;
    private static final int LARGE = 20;

    @Option(names = "--blobs", description = "Blobs of 75 kB (${DEFAULT-VALUE}).")
    private int blobs = 20_000;

    @Override
    public Integer call() throws IOException {
        Path directory = Files.createTempDirectory("pressline-blobs");
        byte[] small = Photographs.withPlace(SMALL_SIDE);
        byte[] large = Photographs.withPlace(LARGE_SIDE);
        BlobWork work = new BlobWork(directory);
        System.out.println(Measured.HEADER);
        String what = small.length / 1_000 + " kB: hashed, spooled, judged, cleaned";
        Measured.of(what, GOAL, blobs, i -> work.keep(small));
        System.out.println(Measured.of(what, GOAL, blobs, i -> work.keep(small)).line());
        System.out.printf(
                Locale.ROOT,
                "bytes allocated: %,d for %,d, %,d for %,d%n",
                work.allocated(blobs / LARGE, small),
                small.length,
                work.allocated(LARGE, large),
                large.length);
        Files.delete(directory);
        return 0;
    }
}
