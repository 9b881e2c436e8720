package dev.pressline.normalize.pending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PausesTest {

    private final Pauses pauses = new Pauses(Duration.ofSeconds(30), Duration.ofHours(6));

    @Test
    void pauses_doubleUpToTheLongestForEver() {
        assertThat(pauses.after(0)).isEqualTo(Duration.ofSeconds(30));
        assertThat(pauses.after(1)).isEqualTo(Duration.ofSeconds(60));
        assertThat(pauses.after(9)).isEqualTo(Duration.ofSeconds(30 * 512));
        assertThat(pauses.after(10)).isEqualTo(Duration.ofHours(6));
        assertThat(pauses.after(Integer.MAX_VALUE)).isEqualTo(Duration.ofHours(6));
    }
}
