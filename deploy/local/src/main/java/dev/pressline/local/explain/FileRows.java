package dev.pressline.local.explain;

import dev.pressline.local.intake.RecordFiles;
import dev.pressline.local.process.LaunchException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;

/** The rows of a file: its lines, or the file as a whole. Stateless. */
public final class FileRows {

    private FileRows() {}

    /**
     * Gives each row and where it stands ({@code file} or {@code file:line}), in order and one at a
     * time. Throws {@link LaunchException} for a file that cannot be read or is a repository.
     */
    public static void read(Path file, BiConsumer<String, byte[]> rows) {
        if (RecordFiles.isRepository(file)) {
            throw new LaunchException(file + " is a repository: explain reads JSON and NDJSON");
        }
        try {
            if (RecordFiles.holdsLines(file)) {
                lines(file, rows);
            } else {
                rows.accept(file.toString(), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new LaunchException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static void lines(Path file, BiConsumer<String, byte[]> rows) throws IOException {
        try (BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(
                                Files.newInputStream(file), StandardCharsets.UTF_8))) {
            int number = 1;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank()) {
                    rows.accept(file + ":" + number, line.getBytes(StandardCharsets.UTF_8));
                }
                number++;
            }
        }
    }
}
