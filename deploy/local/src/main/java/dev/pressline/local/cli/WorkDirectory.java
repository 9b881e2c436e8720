package dev.pressline.local.cli;

import dev.pressline.local.embedded.ExtendedAttributes;
import dev.pressline.local.process.Directories;
import dev.pressline.local.process.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A directory for the data of one run, which goes with it: in the system's place for temporary
 * files, or beside the output where that place keeps no extended attributes. Thread-safe.
 */
final class WorkDirectory implements AutoCloseable {

    private static final String PREFIX = "pressline-run-";

    private final Path path;

    private WorkDirectory(Path path) {
        this.path = path;
    }

    static WorkDirectory create(Path beside) {
        Path usual = Path.of(System.getProperty("java.io.tmpdir"));
        try {
            return new WorkDirectory(
                    Files.createTempDirectory(
                            ExtendedAttributes.supported(usual) ? usual : beside, PREFIX));
        } catch (IOException e) {
            throw new LaunchException("no temporary directory: " + e.getMessage(), e);
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            Directories.delete(path);
        } catch (IOException e) {
            throw new LaunchException(path + " cannot be removed: " + e.getMessage(), e);
        }
    }
}
