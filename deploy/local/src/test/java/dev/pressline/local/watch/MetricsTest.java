package dev.pressline.local.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetricsTest {

    @Test
    void scrape_withLabels_isSummedByName() {
        // Given
        String text =
                """
                # HELP pressline_puts_total Objects written
                # TYPE pressline_puts_total counter
                pressline_puts_total{kind="page",note="a } b"} 3.0
                pressline_puts_total{kind="feed"} 4.0 1700000000000
                pressline_index_pending 0.0
                jvm_threads{state="new"} NaN
                no sample at all
                broken
                """;

        // When
        Metrics metrics = Metrics.parse(text);

        // Then
        assertThat(metrics.count("pressline_puts_total")).isEqualTo(7);
        assertThat(metrics.sum("pressline_index_pending")).hasValue(0);
        assertThat(metrics.sum("nobody_has_this")).isEmpty();
    }
}
