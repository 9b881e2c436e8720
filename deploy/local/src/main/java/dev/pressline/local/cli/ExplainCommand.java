package dev.pressline.local.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.local.explain.Explainer;
import dev.pressline.local.explain.Explanation;
import dev.pressline.local.explain.FileRows;
import dev.pressline.local.intake.RecordFiles;
import dev.pressline.local.process.LaunchException;
import dev.pressline.normalize.repair.RepairSwitches;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what normalize would repair in records, without a pipeline. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Shows what would be repaired in records: before, after, rule, version, certainty;",
            "and what breaks the lexicon. Starts nothing and asks no network. A document is joined",
            "with those of its parts that are among the files.",
            "Exits with 2 when a row can never be a record."
        })
final class ExplainCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILES",
            description = "JSON records, NDJSON of records or rows, or directories of them.")
    private List<Path> files = List.of();

    @Option(names = "--json", description = "One JSON object a row, for programs.")
    private boolean json;

    @Option(names = "--certain-only", description = "Without inferred repairs.")
    private boolean certainOnly;

    @Option(
            names = "--without",
            split = ",",
            paramLabel = "RULE",
            description = "Rules that make no repair; docs/repairs.md lists them.")
    private Set<String> without = Set.of();

    private boolean rejected;

    ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Explainer explainer = new Explainer(switches(), Instant.now());
        ExplanationText text = new ExplanationText(terminal);
        List<Path> expanded = RecordFiles.expand(files);
        for (Path file : expanded) {
            FileRows.read(file, (place, row) -> explainer.remember(row));
        }
        for (Path file : expanded) {
            FileRows.read(
                    file,
                    (place, row) -> {
                        Explanation explanation = explainer.explain(row);
                        rejected |= explanation instanceof Explanation.Rejected;
                        if (json) {
                            terminal.line(json(place, explanation));
                        } else {
                            text.print(place, explanation);
                        }
                    });
        }
        return rejected ? ExitCodes.DEAD_LETTERS : ExitCodes.OK;
    }

    private RepairSwitches switches() {
        try {
            return RepairSwitches.of(!certainOnly, without);
        } catch (IllegalArgumentException e) {
            throw new LaunchException("--without: " + e.getMessage(), e);
        }
    }

    private static String json(String place, Explanation explanation) {
        ObjectNode line = ContractJson.mapper().createObjectNode().put("place", place);
        line.setAll((ObjectNode) ContractJson.mapper().valueToTree(explanation));
        return line.toString();
    }
}
