package dev.pressline.render.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.render.job.PressProgress;
import org.junit.jupiter.api.Test;

class StillnessTest {

    private static final long NOON = 1_800_000_000_000L;

    private long now = NOON;
    private final PressProgress press = new PressProgress(() -> now);
    private final Stillness stillness = new Stillness(press);

    @Test
    void stillness_isASecondAfterTheLastThatCame() {
        stillness.stirred(NOON + 500);

        assertThat(stillness.isReached(NOON + 1_499)).isFalse();
        assertThat(stillness.isReached(NOON + 1_500)).isTrue();
    }

    @Test
    void stillness_isASecondAfterThePressWasDone() {
        // Given
        press.begun();
        now = NOON + 500;
        press.done();

        // Then
        assertThat(stillness.isReached(NOON + 1_499)).isFalse();
        assertThat(stillness.isReached(NOON + 1_500)).isTrue();
    }

    @Test
    void stillness_isNotReachedWhileThePressIsAtWork() {
        press.begun();

        assertThat(stillness.isReached(NOON + 60_000)).isFalse();
    }

    @Test
    void stillness_isNotReachedWhileThePressIsAtWorkOnOneOfTwoBatches() {
        // Given
        press.begun();
        press.begun();

        // When
        press.done();

        // Then
        assertThat(stillness.isReached(NOON + 60_000)).isFalse();
    }
}
