package dev.pressline.local.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class EstimateTest {

    @Test
    void left_halfDone_isAsLongAgain() {
        // Given
        Estimate estimate = new Estimate(50, 100, Duration.ofSeconds(65));

        // When / Then
        assertThat(estimate.percent()).isEqualTo(50);
        assertThat(estimate.rate()).contains(50 / 65.0);
        assertThat(estimate.left()).contains(Duration.ofSeconds(65));
        assertThat(estimate.leftInWords()).isEqualTo(", 1:05 left");
    }

    @Test
    void leftInWords_moreThanAnHour_hasHours() {
        // Given
        Estimate estimate = new Estimate(1, 3, Duration.ofMinutes(62));

        // When / Then
        assertThat(estimate.leftInWords()).isEqualTo(", 2:04:00 left");
    }

    @Test
    void left_justBegun_isNotTold() {
        // Given
        Estimate estimate = new Estimate(0, 100, Duration.ofMillis(10));

        // When / Then
        assertThat(estimate.left()).isEmpty();
        assertThat(estimate.leftInWords()).isEmpty();
    }
}
