package dev.pressline.testing.benchmarks.rounds;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A part of a report. Immutable.
 *
 * @param title its heading
 * @param text what its figures mean
 * @param tables its figures
 * @param plots the pictures of them
 */
record Section(String title, String text, List<Table> tables, List<Plot> plots) {

    /** Leaves out what has no figures. */
    Section {
        tables = tables.stream().filter(Table::hasFigures).toList();
        plots = plots.stream().filter(plot -> plot.table().hasFigures()).toList();
    }

    boolean hasFigures() {
        return !tables.isEmpty();
    }

    /** As Markdown, pictures below the tables. */
    String markdown() {
        return Stream.of(
                        Stream.of(
                                "## " + title + "\n", "%s Rounds: %d.%n".formatted(text, rounds())),
                        tables.stream().map(Table::markdown),
                        plots.stream().map(Section::picture))
                .flatMap(each -> each)
                .collect(Collectors.joining("\n"));
    }

    /** How often it was measured. */
    private int rounds() {
        return tables.stream().mapToInt(Table::rounds).max().orElse(0);
    }

    private static String picture(Plot plot) {
        return "![%s, %s](%s)%n".formatted(plot.title(), plot.unit(), plot.file());
    }
}
