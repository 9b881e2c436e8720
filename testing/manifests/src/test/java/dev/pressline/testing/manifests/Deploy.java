package dev.pressline.testing.manifests;

import dev.pressline.local.process.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the manifests lie. Stateless. */
final class Deploy {

    private static final Path ROOT = Installation.find().root();

    private Deploy() {}

    static Path root() {
        return ROOT;
    }

    static Path chart() {
        return ROOT.resolve("deploy/helm/pressline");
    }

    static Path kubernetes() {
        return ROOT.resolve("deploy/kubernetes");
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files below a directory whose names end so, in order. */
    static List<Path> files(Path directory, String end) {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(file -> file.toString().endsWith(end)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
