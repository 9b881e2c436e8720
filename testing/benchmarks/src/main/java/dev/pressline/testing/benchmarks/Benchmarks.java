package dev.pressline.testing.benchmarks;

import dev.pressline.local.cli.Explained;
import dev.pressline.testing.benchmarks.blobs.BlobsCommand;
import dev.pressline.testing.benchmarks.cores.CoresCommand;
import dev.pressline.testing.benchmarks.feeds.FeedsCommand;
import dev.pressline.testing.benchmarks.growth.GrowthCommand;
import dev.pressline.testing.benchmarks.hugo.HugoCommand;
import dev.pressline.testing.benchmarks.ingest.IngestCommand;
import dev.pressline.testing.benchmarks.latency.LatencyCommand;
import dev.pressline.testing.benchmarks.normalize.NormalizeCommand;
import dev.pressline.testing.benchmarks.profile.ProfileCommand;
import dev.pressline.testing.benchmarks.rounds.RoundsCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of the benchmarks. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Measures Pressline beside what it is compared with.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            CompareCommand.class,
            HugoCommand.class,
            GrowthCommand.class,
            LatencyCommand.class,
            CoresCommand.class,
            FeedsCommand.class,
            IngestCommand.class,
            NormalizeCommand.class,
            BlobsCommand.class,
            StartupCommand.class,
            ProfileCommand.class,
            RoundsCommand.class,
            CorpusCommand.class
        })
public final class Benchmarks {

    private Benchmarks() {}

    /** Runs a command and exits with its code. */
    public static void main(String[] args) {
        CommandLine commandLine =
                new CommandLine(new Benchmarks())
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .setExecutionExceptionHandler(new Explained("run"));
        System.exit(commandLine.execute(args.length == 0 ? new String[] {"compare"} : args));
    }
}
