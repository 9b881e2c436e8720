package dev.pressline.local.cli;

import static java.util.Map.entry;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The command line. Exit codes: 0 done, 1 something cannot run, 2 done but with dead letters, 64 a
 * command line that makes no sense.
 */
@Command(
        name = "pressline",
        mixinStandardHelpOptions = true,
        version = "Pressline 0.1.0",
        description = "Turns the long-form documents of the AT Protocol into pages and feeds.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  pressline up                               everything, with samples",
            "  pressline run posts.ndjson --out site      files in, static site out",
            "  pressline backfill leaflet.pub             one repository, from its PDS",
            "  pressline explain posts.ndjson             what would be repaired, and why",
            "",
            "Exit codes: 0 done, 1 cannot run, 2 done with dead letters, 64 usage."
        },
        subcommands = {
            UpCommand.class,
            RunCommand.class,
            ImportCommand.class,
            BackfillCommand.class,
            StatusCommand.class,
            GroupsCommand.class,
            JoinCommand.class,
            DlqCommand.class,
            GenerationCommand.class,
            TakedownCommand.class,
            EraseCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            ExplainCommand.class,
            SetupCommand.class,
            TrainCommand.class
        })
public final class Pressline {

    private Pressline() {}

    /** Runs a command and exits with its code. */
    public static void main(String[] args) {
        Map<String, String> environment = System.getenv();
        System.exit(commandLine(new Terminal(System.out, environment), environment).execute(args));
    }

    /** The commands, printing on a terminal and reading an environment. */
    static CommandLine commandLine(Terminal terminal, Map<String, String> environment) {
        return new CommandLine(new Pressline(), new CommandFactory(terminal, environment))
                .setExecutionExceptionHandler(new Explained("pressline"))
                .setParameterExceptionHandler((failure, arguments) -> misused(failure))
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    private static int misused(CommandLine.ParameterException failure) {
        CommandLine command = failure.getCommandLine();
        command.getErr().println("pressline: " + failure.getMessage());
        command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCodes.USAGE;
    }

    /** Makes commands, each with what it needs of the surroundings. */
    private record CommandFactory(Terminal terminal, Map<String, String> environment)
            implements CommandLine.IFactory {

        private Map<Class<?>, Object> commands() {
            return Map.ofEntries(
                    entry(UpCommand.class, new UpCommand(terminal)),
                    entry(RunCommand.class, new RunCommand(terminal)),
                    entry(ImportCommand.class, new ImportCommand(terminal)),
                    entry(BackfillCommand.class, new BackfillCommand(terminal)),
                    entry(StatusCommand.class, new StatusCommand(terminal)),
                    entry(GroupsCommand.class, new GroupsCommand(terminal)),
                    entry(JoinCommand.class, new JoinCommand(terminal)),
                    entry(DlqCommand.class, new DlqCommand(terminal)),
                    entry(GenerationCommand.class, new GenerationCommand(terminal, environment)),
                    entry(TakedownCommand.class, new TakedownCommand(terminal)),
                    entry(EraseCommand.class, new EraseCommand(terminal, environment)),
                    entry(BackupCommand.class, new BackupCommand(terminal, environment)),
                    entry(RestoreCommand.class, new RestoreCommand(terminal, environment)),
                    entry(ExplainCommand.class, new ExplainCommand(terminal)),
                    entry(SetupCommand.class, new SetupCommand(terminal, environment)),
                    entry(TrainCommand.class, new TrainCommand(terminal)));
        }

        @Override
        public <K> K create(Class<K> type) throws Exception {
            Object command = commands().get(type);
            return command == null ? CommandLine.defaultFactory().create(type) : type.cast(command);
        }
    }
}
