package dev.pressline.local.cli;

import dev.pressline.local.pipeline.RunState;
import dev.pressline.local.process.LaunchException;
import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The option that names the data directory, the same for all commands that have one. */
final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            defaultValue = ".pressline",
            description = "Where everything is kept; ${DEFAULT-VALUE} by default.")
    private Path directory = Path.of(".pressline");

    /** The data directory. */
    Path directory() {
        return directory;
    }

    /** The pipeline that runs on it; throws {@link LaunchException} when none does. */
    RunState running() {
        return RunState.read(directory)
                .orElseThrow(
                        () ->
                                new LaunchException(
                                        "no pipeline runs on "
                                                + directory
                                                + ": start one with 'pressline up'"));
    }
}
