package dev.pressline.testing.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pressline.testing.benchmarks.measure.Cost;
import dev.pressline.testing.benchmarks.measure.JvmCounts;
import dev.pressline.testing.benchmarks.measure.Puts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static Run run(int seconds, int cpuSeconds, String fingerprint) {
        Cost cost =
                new Cost(
                        1000,
                        Duration.ofSeconds(seconds),
                        Map.of("render", Duration.ofSeconds(cpuSeconds)),
                        new Puts(2000, 4_000_000),
                        Map.of("render", 100L * 1024 * 1024),
                        Map.of("render", new JvmCounts(300_000_000, 5_000)));
        return new Run(cost, cost, fingerprint);
    }

    @Test
    void ratios_areTakenWithinEachRound() {
        // Given
        Comparison comparison = new Comparison();
        comparison.add("bare", run(1, 1, "a"));
        comparison.add("pressline", run(2, 2, "b"));
        comparison.add("bare", run(10, 10, "a"));
        comparison.add("pressline", run(40, 40, "b"));

        // Then
        assertThat(comparison.cpuRatio("pressline", "bare").sorted()).containsExactly(2.0, 4.0);
        assertThat(comparison.tables())
                .contains("pressline / bare: docs/s 0.38 (0.25–0.50), CPU/doc 3.00 (2.00–4.00)")
                .contains("render 21.00 CPU-ms 300 kB heap 100 MiB")
                .contains("bare: checked, the same bytes in 2 runs");
    }

    @Test
    void runs_withOtherBytes_areCalledSo() {
        // Given
        Comparison comparison = new Comparison();
        comparison.add("pressline", run(1, 1, "a"));
        comparison.add("pressline", run(1, 1, "b"));

        // Then
        assertThat(comparison.tables()).contains("pressline: DIFFERENT BYTES in 2 runs");
    }

    @Test
    void spread_hasMedianAndRange() {
        assertThat(new Spread(List.of(3.0, 1.0, 2.0)).toString()).isEqualTo("2.00 (1.00–3.00)");
        assertThat(new Spread(List.of(1_234.0, 9.6, 50.0)).toString())
                .isEqualTo("50.0 (9.6–1,234.0)");
        assertThat(new Spread(List.of(3.0, 1.0)).median()).isEqualTo(2.0);
        assertThatThrownBy(() -> new Spread(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
