package dev.pressline.testing.faults;

import dev.pressline.local.cli.Explained;
import dev.pressline.testing.faults.matrix.MatrixCommand;
import dev.pressline.testing.faults.soak.SoakCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of the faults. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Breaks a pipeline of real processes, and says what stands afterwards.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {MatrixCommand.class, SoakCommand.class})
public final class Faults {

    private Faults() {}

    /** Runs a command and exits with its code. */
    public static void main(String[] args) {
        CommandLine commandLine =
                new CommandLine(new Faults()).setExecutionExceptionHandler(new Explained("run"));
        System.exit(commandLine.execute(args.length == 0 ? new String[] {"matrix"} : args));
    }
}
