package dev.pressline.testing.faults.matrix;

import dev.pressline.testing.faults.oracle.Finding;
import java.util.Map;
import java.util.Optional;

/** Runs of lines, for tests. */
final class Runs {

    private Runs() {}

    static Line line(String title) {
        return Line.of(title, scene -> {});
    }

    static Run good(String title, long seed) {
        return new Run(
                title,
                seed,
                100,
                700,
                Map.of("kill -9 of render", 2L),
                Map.of(),
                1,
                Optional.empty());
    }

    static Run bad(String title) {
        return new Run(
                title,
                1,
                100,
                700,
                Map.of("kill -9 of render", 2L),
                Map.of(Finding.Kind.LOST, 3L),
                0,
                Optional.empty());
    }
}
