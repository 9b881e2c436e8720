package dev.pressline.testing.benchmarks.rounds;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What rounds have measured, for people: goals, and each measurement with its tables and plots.
 * Immutable.
 *
 * @param about what was measured and where, a sentence a line
 * @param figures of all rounds
 */
record Report(List<String> about, RoundFigures figures) {

    /** The whole as Markdown, with links to {@link #plots} and to the ledger beside it. */
    String markdown() {
        return Stream.of(
                        Stream.of(
                                "# Rounds\n",
                                String.join("\n", about) + "\n",
                                "Median and range of the rounds; ratios are taken within a round. [Every figure](%s).\n"
                                        .formatted(ReportFiles.LEDGER),
                                "## Goals\n",
                                Goals.table(figures),
                                "`docs/performance.md` says what stands in the way of those that are missed.\n"),
                        sections().map(Section::markdown))
                .flatMap(each -> each)
                .collect(Collectors.joining("\n"));
    }

    /** The pictures that it shows. */
    List<Plot> plots() {
        return sections().flatMap(section -> section.plots().stream()).toList();
    }

    private Stream<Section> sections() {
        return new Sections(figures).all().stream();
    }
}
