package dev.pressline.local.cli;

import dev.pressline.local.intake.ImportTally;
import dev.pressline.local.intake.RecordFiles;
import dev.pressline.local.pipeline.RunState;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Imports files into a running pipeline. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Imports files of records into a running pipeline.",
            "Exits with 2 when records were rejected."
        })
final class ImportCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private DataOption data = new DataOption();

    @Parameters(
            arity = "1..*",
            paramLabel = "FILES",
            description =
                    "JSON records, NDJSON of records or rows, CAR files, or directories of them.")
    private List<Path> files = List.of();

    ImportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<Path> inputs = RecordFiles.expand(files);
        RunState state = data.running();
        ImportTally tally = Imports.run(state.addresses(), inputs, terminal);
        return tally.deadLettered() == 0 ? ExitCodes.OK : ExitCodes.DEAD_LETTERS;
    }
}
