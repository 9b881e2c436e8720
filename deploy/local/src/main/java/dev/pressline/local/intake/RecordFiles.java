package dev.pressline.local.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.pressline.local.process.LaunchException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Files that hold records, as named on a command line. Stateless. */
public final class RecordFiles {

    private static final List<String> ENDINGS = List.of(".json", ".ndjson", ".jsonl", ".car");
    private static final JsonFactory JSON = new JsonFactory();

    private RecordFiles() {}

    /**
     * The files behind these paths, in their order; a directory stands for the JSON, NDJSON and CAR
     * files in it and below, by name. Throws {@link LaunchException} naming a path that is not
     * there, or a directory without any.
     */
    public static List<Path> expand(List<Path> paths) {
        return paths.stream().flatMap(path -> expand(path).stream()).toList();
    }

    private static List<Path> expand(Path path) {
        if (Files.isRegularFile(path) && Files.isReadable(path)) {
            return List.of(path);
        }
        if (!Files.isDirectory(path)) {
            throw new LaunchException(path + " is no readable file and no directory");
        }
        try (Stream<Path> below = Files.walk(path)) {
            List<Path> found =
                    below.filter(Files::isRegularFile).filter(RecordFiles::named).sorted().toList();
            if (found.isEmpty()) {
                throw new LaunchException(path + " holds no " + String.join(", ", ENDINGS));
            }
            return found;
        } catch (IOException | UncheckedIOException e) {
            throw new LaunchException(path + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static boolean named(Path file) {
        return endsWith(file, ENDINGS);
    }

    private static boolean endsWith(Path file, List<String> endings) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return endings.stream().anyMatch(name::endsWith);
    }

    /** Whether a file is a repository, by its name. */
    public static boolean isRepository(Path file) {
        return endsWith(file, List.of(".car"));
    }

    /**
     * Whether each line of a file is a record: by its name, else because something follows its
     * first JSON value.
     */
    public static boolean holdsLines(Path file) {
        return endsWith(file, List.of(".ndjson", ".jsonl")) || hasSecondValue(file);
    }

    private static boolean hasSecondValue(Path file) {
        try (JsonParser parser = JSON.createParser(file.toFile())) {
            parser.nextToken();
            parser.skipChildren();
            return parser.nextToken() != null;
        } catch (IOException e) {
            return false;
        }
    }
}
