package dev.pressline.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.local.intake.IngestClient;
import dev.pressline.local.pipeline.Addresses;
import dev.pressline.local.pipeline.Service;
import dev.pressline.local.process.LaunchException;
import dev.pressline.local.process.Patience;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Reads a repository from its PDS into a running pipeline. */
@Command(
        name = "backfill",
        mixinStandardHelpOptions = true,
        description = {
            "Reads a whole repository from its PDS into a running pipeline.",
            "Goes on in the pipeline when this command is stopped."
        })
final class BackfillCommand implements Callable<Integer> {

    private static final int DETAIL = 200;
    private static final Patience PATIENCE =
            new Patience(Duration.ofDays(1), Duration.ofMillis(500));

    private final Terminal terminal;

    @Mixin private DataOption data = new DataOption();

    @Parameters(paramLabel = "HANDLE-OR-DID", description = "Whose repository.")
    private String repo = "";

    BackfillCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Addresses addresses = data.running().addresses();
        try (IngestClient ingest =
                new IngestClient(addresses.of(Service.INGEST).http(), addresses.pushToken())) {
            String id = ingest.beginBackfill(repo);
            JsonNode end = PATIENCE.await("backfill", () -> ended(ingest, id));
            if (end.path("phase").asText().equals("refused")) {
                throw new LaunchException(
                        repo + ": " + Printable.of(end.path("detail").asText(), DETAIL));
            }
            terminal.line(
                    "  "
                            + terminal.good(terminal.sign("✓", "+"))
                            + ' '
                            + Texts.count(end.path("records").asLong(), "record")
                            + " of "
                            + repo
                            + ", "
                            + end.path("deleted").asLong()
                            + " deleted");
            return ExitCodes.OK;
        }
    }

    private Optional<JsonNode> ended(IngestClient ingest, String id) {
        for (JsonNode state : ingest.backfills()) {
            if (state.path("repo").asText().equals(id)) {
                String phase = state.path("phase").asText();
                terminal.transientLine(
                        "  "
                                + phase
                                + "  "
                                + Texts.count(state.path("records").asLong(), "record")
                                + "  "
                                + Printable.of(state.path("detail").asText(), DETAIL));
                return phase.equals("done") || phase.equals("refused")
                        ? Optional.of(state)
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
