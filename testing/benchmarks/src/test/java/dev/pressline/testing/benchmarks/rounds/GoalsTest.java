package dev.pressline.testing.benchmarks.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GoalsTest {

    @Test
    void table_ofNothing_namesEveryGoalAsNotMeasured() {
        // When
        List<String> rows = Goals.table(Map.of()).lines().skip(2).toList();

        // Then
        assertThat(rows).hasSizeGreaterThan(20).allMatch(row -> row.contains("not measured"));
    }
}
