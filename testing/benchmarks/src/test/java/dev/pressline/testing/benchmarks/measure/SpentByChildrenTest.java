package dev.pressline.testing.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SpentByChildrenTest {

    @Test
    void of_nameWithBlanksAndBrackets_readsTheFieldsBehindIt() {
        // Given
        String stat = "42 (a (b) c) S 1 2 3 0 -1 4 10 11 12 13 500 600 70 8 20 0 30 0";

        // When
        Duration spent = SpentByChildren.of(stat);

        // Then
        assertThat(spent).isEqualTo(Duration.ofMillis(780));
    }
}
