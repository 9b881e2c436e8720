package dev.pressline.testing.faults.matrix;

import dev.pressline.local.process.Directories;
import dev.pressline.local.process.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs lines one behind the other, whatever becomes of each. Where one has failed, the logs and
 * topics of all its processes stay. Not thread-safe.
 */
final class Worker implements AutoCloseable {

    private static final int LINES_OF_A_RIG = 12;

    private final long seed;
    private final Path directory;
    private final Matrix matrix;
    private boolean isGood = true;

    /** Prepares for so many runs; what does not stand as it must goes to {@code shown}. */
    Worker(long seed, int runs, Path shown) {
        this.seed = seed;
        this.directory = directory();
        this.matrix =
                new Matrix(
                        directory,
                        seed,
                        Math.min(runs, LINES_OF_A_RIG),
                        shown.resolve(String.valueOf(seed)));
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory("pressline-faults-");
        } catch (IOException e) {
            throw new LaunchException("no directory for pipelines", e);
        }
    }

    /** Runs a line. */
    Run run(Line line) {
        Run run = outcome(line);
        isGood &= run.isGood();
        return run;
    }

    private Run outcome(Line line) {
        try {
            Result result = matrix.run(line);
            result.findings().forEach(finding -> System.err.println(line + ": " + finding));
            return result.run();
        } catch (RuntimeException | AssertionError e) {
            e.printStackTrace();
            return Run.ended(line, seed, e);
        }
    }

    @Override
    public void close() {
        matrix.close();
        if (!isGood) {
            System.err.println("what was run is kept in " + directory);
            return;
        }
        try {
            Directories.delete(directory);
        } catch (IOException e) {
            throw new LaunchException(directory + " cannot be deleted", e);
        }
    }
}
