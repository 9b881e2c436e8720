package dev.pressline.local.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pressline.local.process.Directories;
import dev.pressline.local.process.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** The directory that a run writes to: an empty one, or one that an earlier run has written. */
public final class OutputDirectory {

    private static final ObjectMapper JSON = new ObjectMapper();

    private OutputDirectory() {}

    /**
     * Makes the directory ready: absolute, there, without the files of an earlier run, and marked
     * as ours, so that a run that is cut short can be repeated. Throws {@link LaunchException}
     * where it holds anything else, which would be lost.
     */
    public static Path prepare(Path path) {
        Path directory = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(directory);
            if (!isEmpty(directory) && !isOurs(directory)) {
                throw new LaunchException(
                        directory + " holds files that are not ours: name an empty directory");
            }
            Directories.delete(directory.resolve("site"));
            Files.deleteIfExists(directory.resolve("normalized.ndjson"));
            JSON.writeValue(
                    directory.resolve("report.json").toFile(),
                    Map.of("generator", RunReport.GENERATOR));
            return directory;
        } catch (IOException e) {
            throw new LaunchException(directory + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (Stream<Path> children = Files.list(directory)) {
            return children.findAny().isEmpty();
        }
    }

    private static boolean isOurs(Path directory) {
        try {
            return JSON.readTree(directory.resolve("report.json").toFile())
                    .path("generator")
                    .asText()
                    .equals(RunReport.GENERATOR);
        } catch (IOException e) {
            return false;
        }
    }
}
