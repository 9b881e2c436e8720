package dev.pressline.local.cli;

import dev.pressline.local.intake.RecordFiles;
import dev.pressline.local.pipeline.Addresses;
import dev.pressline.local.pipeline.DataDirectory;
import dev.pressline.local.pipeline.Pipeline;
import dev.pressline.local.pipeline.PipelineOptions;
import dev.pressline.local.pipeline.RunState;
import dev.pressline.local.pipeline.Service;
import dev.pressline.local.process.Installation;
import dev.pressline.local.process.Ports;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the whole pipeline until it is stopped. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Runs the whole pipeline until Ctrl-C, with sample records the first time.")
final class UpCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private DataOption data = new DataOption();

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description = "The base URL in feeds and links, when a proxy stands in front.")
    private Optional<String> publicUrl = Optional.empty();

    @Option(names = "--no-samples", description = "Import no sample records.")
    private boolean noSamples;

    UpCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (DataDirectory directory = DataDirectory.take(data.directory());
                Running<Pipeline> running = start(directory)) {
            Addresses addresses = running.children().addresses();
            RunState.write(directory.path(), addresses);
            if (!noSamples && !directory.hasSamples()) {
                importSamples(addresses, running);
                directory.markSamples();
            }
            showAddresses(addresses, directory.path());
            new LiveCounts(terminal, addresses).showUntil(running::check);
            return ExitCodes.OK;
        }
    }

    private Running<Pipeline> start(DataDirectory directory) {
        terminal.line("");
        terminal.line(
                "  " + terminal.bold("Pressline") + terminal.dim("  data in " + directory.path()));
        terminal.line("");
        StartScreen screen = new StartScreen(terminal);
        PipelineOptions options =
                new PipelineOptions(directory.path(), Ports.USUAL, publicUrl, Map.of());
        Running<Pipeline> running =
                Running.start(
                        () -> Pipeline.start(options, screen),
                        terminal,
                        () -> RunState.clear(directory.path()));
        terminal.line("");
        terminal.line("  Ready after " + Texts.seconds(screen.elapsed()) + ".");
        return running;
    }

    private void importSamples(Addresses addresses, Running<Pipeline> running) {
        List<Path> samples = RecordFiles.expand(List.of(Installation.find().samples()));
        Imports.run(addresses, samples, terminal);
        Drain.await(addresses, terminal, running::check);
    }

    private void showAddresses(Addresses addresses, Path directory) {
        terminal.line("");
        row("Read", terminal.bold(addresses.of(Service.RENDER).http().toString()));
        row("Feeds", addresses.of(Service.RENDER).http() + "/rss.xml, /atom.xml, /feed.json");
        row("Import", "pressline import FILES…   or   pressline backfill HANDLE-OR-DID");
        row("Look", "pressline status, pressline dlq, " + directory.resolve("logs"));
        row("Stop", "Ctrl-C; what was stored stays");
        terminal.line("");
    }

    private void row(String title, String text) {
        terminal.line(String.format("  %-7s %s", title, text));
    }
}
