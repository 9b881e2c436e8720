package dev.pressline.testing.faults.matrix;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is still to be run. Stateless. */
final class Due {

    private Due() {}

    /**
     * Each line as often as it lacks of so many runs in a row, those that lack most first, so that
     * whatever ends early leaves all about as far. Each time another is the first, so that a line
     * meets other workers, and with them other loads.
     */
    static List<Line> of(List<Line> lines, int times, Map<String, Row> rows) {
        return IntStream.range(0, times)
                .boxed()
                .flatMap(done -> rotated(lines, done).filter(line -> inARow(rows, line) <= done))
                .toList();
    }

    private static Stream<Line> rotated(List<Line> lines, int by) {
        return IntStream.range(0, lines.size()).mapToObj(i -> lines.get((i + by) % lines.size()));
    }

    private static int inARow(Map<String, Row> rows, Line line) {
        return Optional.ofNullable(rows.get(line.title())).map(Row::inARow).orElse(0);
    }

    /** The share of one of several workers. */
    static List<Line> share(List<Line> due, int worker, int workers) {
        return IntStream.range(0, due.size())
                .filter(i -> i % workers == worker)
                .mapToObj(due::get)
                .toList();
    }
}
