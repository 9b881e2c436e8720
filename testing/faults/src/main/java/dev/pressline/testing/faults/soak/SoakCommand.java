package dev.pressline.testing.faults.soak;

import dev.pressline.local.process.Directories;
import dev.pressline.local.process.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs a soak, or a stretch of one, and writes its report. */
@Command(
        name = "soak",
        mixinStandardHelpOptions = true,
        description = "One long load under kills, and what stands and was held in the end.")
public final class SoakCommand implements Callable<Integer> {

    private static final String PLOT = "soak-memory.svg";

    @Option(names = "--documents", description = "How many (${DEFAULT-VALUE}).")
    private long documents = 10_000;

    @Option(names = "--seed", description = "Of the load (${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--pause", description = "Seconds between two kills (${DEFAULT-VALUE}).")
    private long pause = 60;

    @Option(
            names = "--minutes",
            description =
                    "Hand in no more after so long; the same command goes on where a directory is"
                            + " named (${DEFAULT-VALUE}).")
    private long minutes = Duration.ofDays(7).toMinutes();

    @Option(
            names = "--directory",
            paramLabel = "DIR",
            description = "Where everything lies; a temporary directory without.")
    private Optional<Path> directory = Optional.empty();

    @Override
    public Integer call() throws IOException {
        Soak soak =
                new Soak(documents, seed, Duration.ofSeconds(pause), Duration.ofMinutes(minutes));
        Path place =
                directory.isPresent()
                        ? Files.createDirectories(directory.get().toAbsolutePath())
                        : Files.createTempDirectory("pressline-soak-");
        Optional<SoakReport> end = soak.run(place);
        if (end.isEmpty()) {
            System.out.println("the load is not over; the same command goes on");
            return 0;
        }
        return report(end.get(), place);
    }

    private int report(SoakReport report, Path place) throws IOException {
        Path target = Installation.find().root().resolve("testing/faults/target");
        Files.writeString(target.resolve("soak.md"), report.markdown(PLOT));
        Files.writeString(target.resolve(PLOT), report.plot());
        System.out.print(report.markdown(PLOT));
        if (!report.findings().isEmpty()) {
            report.findings().forEach(System.err::println);
            System.err.println("everything is kept in " + place);
            return 1;
        }
        if (report.killed().isEmpty()) {
            System.err.println("it was over before anything was killed: more documents are needed");
            return 1;
        }
        if (directory.isEmpty()) {
            Directories.delete(place);
        }
        return 0;
    }
}
