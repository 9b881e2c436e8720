package dev.pressline.testing.benchmarks.measure;

import dev.pressline.local.process.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where a command writes its figures for others to read, besides what it prints. Thread-safe. */
public final class Figures {

    /** What a command ends with that has no figures, or such as nobody should believe. */
    public static final int NONE_TO_BELIEVE = 3;

    @Option(
            names = "--figures",
            paramLabel = "FILE",
            description = "Also appends each figure to a file: its name, a tab, its value.")
    private Optional<Path> file = Optional.empty();

    /** Writes a figure, if somebody wants it; throws {@link LaunchException} where it cannot. */
    public synchronized void add(String name, double value) {
        file.ifPresent(path -> append(path, name + '\t' + value + '\n'));
    }

    private static void append(Path file, String line) {
        try {
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new LaunchException(file + " cannot be written", e);
        }
    }
}
