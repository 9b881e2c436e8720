package dev.pressline.testing.benchmarks.rounds;

import dev.pressline.testing.benchmarks.report.Spread;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Figures side by side. Immutable.
 *
 * @param corner what the rows are
 * @param columns what each column has
 * @param rows those with at least one figure
 */
record Table(String corner, List<String> columns, List<Row> rows) {

    /**
     * A line of it.
     *
     * @param label what it is about
     * @param cells a figure of all rounds for each column, where there is one
     */
    record Row(String label, List<Optional<Spread>> cells) {

        private boolean hasFigures() {
            return cells.stream().anyMatch(Optional::isPresent);
        }

        private String markdown() {
            return line(label, cells.stream().map(cell -> cell.map(Spread::toString).orElse("")));
        }
    }

    /** Asks for every cell by the keys of its row and its column. */
    static Table of(
            String corner,
            List<Label> rows,
            List<Label> columns,
            BiFunction<String, String, Optional<Spread>> cell) {
        List<Row> filled =
                rows.stream().map(row -> row(row, columns, cell)).filter(Row::hasFigures).toList();
        return new Table(corner, columns.stream().map(Label::text).toList(), filled);
    }

    private static Row row(
            Label row, List<Label> columns, BiFunction<String, String, Optional<Spread>> cell) {
        return new Row(
                row.text(),
                columns.stream().map(column -> cell.apply(row.key(), column.key())).toList());
    }

    boolean hasFigures() {
        return !rows.isEmpty();
    }

    /** How many rounds its figures are of; of some there may be fewer. */
    int rounds() {
        return rows.stream()
                .flatMap(row -> row.cells().stream())
                .flatMap(Optional::stream)
                .mapToInt(cell -> cell.sorted().size())
                .max()
                .orElse(0);
    }

    /** As Markdown, with median and range in each cell. */
    String markdown() {
        return Stream.concat(
                        Stream.of(
                                line(corner, columns.stream()),
                                "|---".repeat(columns.size() + 1) + "|"),
                        rows.stream().map(Row::markdown))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(String first, Stream<String> others) {
        return Stream.concat(Stream.of(first), others)
                .collect(Collectors.joining(" | ", "| ", " |"));
    }
}
