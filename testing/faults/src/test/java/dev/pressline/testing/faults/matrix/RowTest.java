package dev.pressline.testing.faults.matrix;

import static dev.pressline.testing.faults.matrix.Runs.bad;
import static dev.pressline.testing.faults.matrix.Runs.good;
import static dev.pressline.testing.faults.matrix.Runs.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RowTest {

    @Test
    void markdown_goodRuns_addsThemUp() {
        // When
        String row =
                Row.of("kill-render", List.of(good("kill-render", 2), good("kill-render", 1)))
                        .markdown();

        // Then
        assertThat(row)
                .isEqualToIgnoringNewLines(
                        "| kill-render | 1, 2 | 2 | 200 | 1400 | 4 × kill -9 of render | 0 | 0 | 0 |"
                                + " 0 | 2 |");
    }

    @Test
    void of_runsBehindAFailure_countsThoseAlone() {
        // When
        Row row = Row.of("a", List.of(good("a", 1), bad("a"), good("a", 2), good("a", 3)));

        // Then
        assertThat(row.inARow()).isEqualTo(2);
        assertThat(row.markdown()).startsWith("| a | 2, 3 | 2 |");
    }

    @Test
    void of_failureAtTheEnd_isShown() {
        // When
        Row row = Row.of("a", List.of(good("a", 1), bad("a")));

        // Then
        assertThat(row.inARow()).isZero();
        assertThat(row.markdown()).contains("| 3 | 0 | 0 | 0 |");
    }

    @Test
    void of_runInWhichNothingWasBroken_isAFailure() {
        // Given
        Run idle = new Run("a", 1, 100, 700, Map.of(), Map.of(), 0, Optional.empty());

        // When
        Row row = Row.of("a", List.of(good("a", 1), idle));

        // Then
        assertThat(row.inARow()).isZero();
    }

    @Test
    void markdown_runThatCameToAnEnd_saysWhyInOneCell() {
        // Given
        Run run = Run.ended(line("a"), 1, new IllegalStateException("first\nsecond | third"));

        // When
        String row = Row.of(run).markdown();

        // Then
        assertThat(run.isGood()).isFalse();
        assertThat(row)
                .contains("| 1 × java.lang.IllegalStateException: first second / third |")
                .endsWith(System.lineSeparator());
    }
}
