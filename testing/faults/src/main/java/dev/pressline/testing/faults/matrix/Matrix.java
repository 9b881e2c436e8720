package dev.pressline.testing.faults.matrix;

import dev.pressline.local.process.Directories;
import dev.pressline.local.process.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Runs lines, each on what the one before left, and on a new rig where that did not stand as it
 * must. Not thread-safe.
 */
public final class Matrix implements AutoCloseable {

    private final Path directory;
    private final Evidence evidence;
    private final Reference reference;
    private Optional<Stage> stage = Optional.empty();
    private int stages;

    /**
     * Makes the reference for so many lines on one rig, in {@code directory}. What did not stand as
     * it must goes to {@code shown}.
     */
    public Matrix(Path directory, long seed, int lines, Path shown) {
        this.directory = directory;
        this.evidence = new Evidence(inner("expected"), shown);
        Path first = inner("reference");
        this.reference = Reference.make(first, seed, lines, evidence);
        delete(first);
    }

    private Path inner(String name) {
        try {
            return Files.createDirectories(directory.resolve(name));
        } catch (IOException e) {
            throw new LaunchException(name + " cannot be created", e);
        }
    }

    /** Runs a line; what does not stand as it must is in the result. */
    public Result run(Line line) {
        boolean isGood = false;
        try {
            Result result = next().run(line);
            isGood = result.findings().isEmpty();
            return result;
        } finally {
            if (!isGood) {
                leave();
            }
        }
    }

    private Stage next() {
        if (!stage.filter(Stage::hasNext).isPresent()) {
            leave();
            stage = Optional.of(new Stage(inner("stage-" + ++stages), reference, evidence));
        }
        return stage.orElseThrow();
    }

    private void leave() {
        stage.ifPresent(Stage::close);
        stage = Optional.empty();
    }

    private static void delete(Path directory) {
        try {
            Directories.delete(directory);
        } catch (IOException e) {
            throw new LaunchException(directory + " cannot be deleted", e);
        }
    }

    @Override
    public void close() {
        leave();
    }
}
