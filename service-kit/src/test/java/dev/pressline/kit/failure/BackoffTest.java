package dev.pressline.kit.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BackoffTest {

    @Property
    void pause_ofAnyAttempt_growsByDoublingUpToTheCap(
            @ForAll @IntRange(min = 1, max = 1_000_000) int attempt) {
        // Given
        long longest =
                attempt > 7
                        ? Backoff.DEFAULT.cap().toMillis()
                        : Math.min(30_000, 250L << (attempt - 1));

        // When
        Duration pause = Backoff.DEFAULT.pause(attempt);

        // Then
        assertThat(pause.toMillis()).isBetween(longest / 2, longest);
    }

    @Property
    void pause_ofAnyBackoff_isNeverNegativeNorBeyondTheCap(
            @ForAll @IntRange(min = 0, max = 100_000) int first,
            @ForAll @IntRange(min = 0, max = 1_000_000) int cap,
            @ForAll @IntRange(min = 1) int attempt) {
        Duration pause =
                new Backoff(Duration.ofMillis(first), Duration.ofMillis(cap)).pause(attempt);

        assertThat(pause).isBetween(Duration.ZERO, Duration.ofMillis(cap));
    }
}
