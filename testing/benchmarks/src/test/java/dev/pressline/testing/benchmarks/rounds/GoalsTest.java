package dev.pressline.testing.benchmarks.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GoalsTest {

    @Test
    void table_ofNothing_saysHowManyGoalsThereAre() {
        assertThat(Goals.table(new RoundFigures(Map.of())))
                .isEqualTo("32 goals were not measured.\n");
    }

    @Test
    void table_ofSizes_comparesEachWithTheSmallest() {
        // Given
        RoundFigures figures =
                new RoundFigures(
                        Stream.of("1000", "20000", "300000")
                                .collect(
                                        Collectors.toMap(
                                                size -> "growth." + size + ".add.cpu-ms",
                                                size -> Map.of(1, Double.valueOf(size)),
                                                (one, other) -> one,
                                                LinkedHashMap::new)));

        // Then
        assertThat(Goals.table(figures))
                .contains(
                        "| One document added, processor time, at 20,000 by at 1,000 | ≤ 1.1 | 20.0 | missed by a factor of 18 |",
                        "| One document added, processor time, at 300,000 by at 1,000 | ≤ 1.1 | 300 | missed by a factor of 273 |")
                .doesNotContain("at 10,000 by");
    }
}
