package dev.pressline.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.local.intake.IngestClient;
import dev.pressline.local.pipeline.Addresses;
import dev.pressline.local.pipeline.Service;
import dev.pressline.local.process.LaunchException;
import dev.pressline.local.process.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads repositories from their PDSes into a running pipeline. */
@Command(
        name = "backfill",
        mixinStandardHelpOptions = true,
        description = {
            "Reads whole repositories from their PDSes into a running pipeline.",
            "Goes on in the pipeline when this command is stopped.",
            "Exits with 1 when a repository was refused."
        })
final class BackfillCommand implements Callable<Integer> {

    private static final int DETAIL = 200;
    private static final int MAX_SHOWN = 10;
    private static final Patience PATIENCE =
            new Patience(Duration.ofDays(7), Duration.ofMillis(500));

    private final Terminal terminal;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private DataOption data = new DataOption();

    @Parameters(arity = "0..*", paramLabel = "HANDLE-OR-DID", description = "Whose repositories.")
    private List<String> repos = List.of();

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "More of them, one a line; # begins a comment.")
    private Optional<Path> file = Optional.empty();

    BackfillCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Set<String> wanted = wanted();
        Addresses addresses = data.running().addresses();
        try (IngestClient ingest =
                new IngestClient(addresses.of(Service.INGEST).http(), addresses.pushToken())) {
            Set<String> ids = new LinkedHashSet<>(ingest.beginBackfills(List.copyOf(wanted)));
            ProgressLine line = new ProgressLine(terminal, "backfill");
            BackfillTally end = PATIENCE.await("backfill", () -> ended(ingest, ids, line));
            return conclude(end, line);
        }
    }

    private Set<String> wanted() {
        Set<String> wanted = new LinkedHashSet<>(repos);
        file.ifPresent(each -> wanted.addAll(lines(each)));
        if (wanted.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "name a handle or a DID, or a --file of them");
        }
        return wanted;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new LaunchException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private Optional<BackfillTally> ended(IngestClient ingest, Set<String> ids, ProgressLine line) {
        BackfillTally tally = new BackfillTally(ids.size());
        for (JsonNode state : ingest.backfills()) {
            if (ids.contains(state.path("repo").asText())) {
                tally.add(state);
            }
        }
        line.show(tally.over(), ids.size(), Printable.of(tally.text(), DETAIL));
        return tally.over() == ids.size() ? Optional.of(tally) : Optional.empty();
    }

    private int conclude(BackfillTally end, ProgressLine line) {
        List<JsonNode> refused = new ArrayList<>(end.refused());
        if (end.repos() == refused.size() && end.repos() == 1) {
            throw new LaunchException(reason(refused.getFirst()));
        }
        line.finish(end.text());
        refused.stream()
                .limit(MAX_SHOWN)
                .forEach(
                        state ->
                                terminal.line(
                                        "    "
                                                + terminal.bad(terminal.sign("✗", "x"))
                                                + ' '
                                                + reason(state)));
        return refused.isEmpty() ? ExitCodes.OK : ExitCodes.FAILED;
    }

    private static String reason(JsonNode state) {
        return Printable.of(state.path("repo").asText(), DETAIL)
                + ": "
                + Printable.of(state.path("detail").asText(), DETAIL);
    }
}
