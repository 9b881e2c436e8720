package dev.pressline.testing.benchmarks.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class GoalTest {

    private static RoundFigures figures(String name, Map<Integer, Double> values) {
        return new RoundFigures(Map.of(name, values));
    }

    private static RoundFigures figures(
            String name, Map<Integer, Double> values, String other, Map<Integer, Double> others) {
        return new RoundFigures(Map.of(name, values, other, others));
    }

    @Test
    void row_figureOnTheRightSide_isReached() {
        // Given
        Goal goal = Goal.atLeast(1_500, "Documents", "documents");

        // When
        String row = goal.row(figures("documents", Map.of(1, 1_600.0, 2, 1_400.0, 3, 1_500.0)));

        // Then
        assertThat(row).isEqualTo("| Documents | ≥ 1,500 | 1,500 (1,400–1,600) | reached |");
    }

    @Test
    void row_figureOnTheWrongSide_saysByHowMuch() {
        // Given
        Goal goal = Goal.atMost(10, "Latency", "latency");

        // When
        String row = goal.row(figures("latency", Map.of(1, 25.0)));

        // Then
        assertThat(row).isEqualTo("| Latency | ≤ 10 | 25.0 | missed by a factor of 2.5 |");
    }

    @Test
    void row_figureThatMissesByLittle_saysByHowLittle() {
        // Given
        Goal goal = Goal.atMost(1.1, "Growth", "growth");

        // When
        String row = goal.row(figures("growth", Map.of(1, 1.122)));

        // Then
        assertThat(row).isEqualTo("| Growth | ≤ 1.1 | 1.12 | missed by a factor of 1.02 |");
    }

    @Test
    void row_ratio_isTakenWithinEachRound() {
        // Given
        Goal goal = Goal.atMost(0.5, "Ours by theirs", "ours").by("theirs");

        // When
        String row =
                goal.row(
                        figures(
                                "ours", Map.of(1, 1.0, 2, 7.0, 3, 9.0),
                                "theirs", Map.of(1, 4.0, 3, 12.0)));

        // Then
        assertThat(row).isEqualTo("| Ours by theirs | ≤ 0.5 | 0.50 (0.25–0.75) | reached |");
    }

    @Test
    void row_figureThatNobodyMeasured_saysSo() {
        // Given
        Goal goal = Goal.atMost(0.5, "Ours by theirs", "ours").by("theirs");

        // When
        String row = goal.row(figures("ours", Map.of(1, 1.0)));

        // Then
        assertThat(row).isEqualTo("| Ours by theirs | ≤ 0.5 | not measured |  |");
    }
}
