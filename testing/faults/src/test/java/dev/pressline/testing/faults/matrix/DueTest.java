package dev.pressline.testing.faults.matrix;

import static dev.pressline.testing.faults.matrix.Runs.good;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DueTest {

    private final Line first = Runs.line("first");
    private final Line second = Runs.line("second");
    private final List<Line> lines = List.of(first, second);

    @Test
    void of_nothingRun_isEachLineInTurnAndAnotherFirstEachTime() {
        assertThat(Due.of(lines, 3, Map.of()))
                .containsExactly(first, second, second, first, first, second);
    }

    @Test
    void of_someRun_isWhatLacksMostFirst() {
        // Given
        Row row = Row.of("first", List.of(good("first", 1), good("first", 1)));

        // When
        List<Line> due = Due.of(lines, 3, Map.of("first", row));

        // Then
        assertThat(due).containsExactly(second, second, first, second);
    }

    @Test
    void of_allRun_isNothing() {
        assertThat(Due.of(List.of(first), 1, Map.of("first", Row.of(good("first", 1))))).isEmpty();
    }

    @Test
    void share_ofAsManyWorkersAsLines_hasEachLine() {
        assertThat(Due.share(Due.of(lines, 2, Map.of()), 0, 2)).containsExactly(first, second);
    }

    @Test
    void share_ofAllWorkers_isEverythingOnce() {
        // Given
        List<Line> due = Due.of(lines, 3, Map.of());

        // When
        List<Line> shared = new ArrayList<>();
        for (int worker = 0; worker < 4; worker++) {
            shared.addAll(Due.share(due, worker, 4));
        }

        // Then
        assertThat(shared).containsExactlyInAnyOrderElementsOf(due);
    }
}
