package dev.pressline.testing.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pressline.local.process.LaunchException;
import org.junit.jupiter.api.Test;

class LiveHeapTest {

    @Test
    void used_ofTwoGenerations_isTheirSum() {
        // Given
        String info =
                """
                123:
                 DefNew     total 59008K, used 1024K [0x00, 0x01, 0x02)
                  eden space 52480K,   1% used [0x00, 0x01, 0x02)
                 Tenured    total 131072K, used 30000K [0x00, 0x01, 0x02)
                """;

        // When
        long used = LiveHeap.used(info);

        // Then
        assertThat(used).isEqualTo(31_024L * 1_024);
    }

    @Test
    void used_ofAnotherCollector_isRefused() {
        // When / Then
        assertThatThrownBy(() -> LiveHeap.used("ZHeap used 10M"))
                .isInstanceOf(LaunchException.class);
    }
}
