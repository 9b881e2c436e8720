package dev.pressline.local.cli;

import dev.pressline.local.export.OutputDirectory;
import dev.pressline.local.export.RunExport;
import dev.pressline.local.export.RunReport;
import dev.pressline.local.intake.ImportTally;
import dev.pressline.local.intake.RecordFiles;
import dev.pressline.local.pipeline.Addresses;
import dev.pressline.local.pipeline.Pipeline;
import dev.pressline.local.pipeline.PipelineOptions;
import dev.pressline.local.process.Ports;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Turns files of records into a site, through a pipeline of its own that goes afterwards. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Turns files of records into a site, through a pipeline of its own.",
            "Writes DIR/site/, DIR/normalized.ndjson and DIR/report.json.",
            "Exits with 2 when records were dead-lettered."
        })
final class RunCommand implements Callable<Integer> {

    private static final String PUBLIC_URL = "http://localhost:8080";

    /** The same files give the same site, wherever and whenever it is made. */
    private static final Map<String, String> OFFLINE =
            Map.of(
                    "PRESSLINE_NORMALIZE_LOOK_UPS_ENABLED", "false",
                    "PRESSLINE_RENDER_SEARCH_ENABLED", "false");

    private final Terminal terminal;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILES",
            description =
                    "JSON records, NDJSON of records or rows, CAR files, or directories of them.")
    private List<Path> files = List.of();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "An empty directory, or one that an earlier run has written.")
    private Path out = Path.of("");

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            defaultValue = PUBLIC_URL,
            description = "The base URL in feeds and links; ${DEFAULT-VALUE} by default.")
    private String publicUrl = PUBLIC_URL;

    RunCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<Path> inputs = RecordFiles.expand(files);
        Path directory = OutputDirectory.prepare(out);
        try (WorkDirectory work = WorkDirectory.create(directory);
                Running<Pipeline> running = start(work)) {
            Addresses addresses = running.children().addresses();
            ImportTally tally = Imports.run(addresses, inputs, terminal);
            Drain.await(addresses, terminal, running::check);
            ProgressLine line = new ProgressLine(terminal, "export");
            RunReport report = RunExport.write(addresses, tally, directory);
            line.finish(Texts.count(report.objects(), "file") + " in " + directory);
            return conclude(report);
        }
    }

    private Running<Pipeline> start(WorkDirectory work) {
        terminal.line("");
        PipelineOptions options =
                new PipelineOptions(work.path(), Ports.FREE, Optional.of(publicUrl), OFFLINE);
        return Running.start(
                () -> Pipeline.start(options, new StartScreen(terminal)), terminal, work::close);
    }

    private int conclude(RunReport report) {
        terminal.line("");
        terminal.line(
                "  "
                        + Texts.count(report.documents(), "document")
                        + ", "
                        + Texts.count(report.publications(), "publication")
                        + ", "
                        + Texts.count(report.pages(), "page")
                        + ", "
                        + Texts.count(report.feeds(), "feed")
                        + ", "
                        + Texts.count(report.deadLettered().total(), "dead letter"));
        report.deadLettered()
                .reasons()
                .forEach((queue, reasons) -> terminal.line(queueLine(queue, reasons)));
        return report.deadLettered().total() == 0 ? ExitCodes.OK : ExitCodes.DEAD_LETTERS;
    }

    private String queueLine(String queue, Map<String, Long> reasons) {
        return "    " + terminal.bad(terminal.sign("✗", "x")) + ' ' + queue + "  " + reasons;
    }
}
