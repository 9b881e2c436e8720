package dev.pressline.render.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long NOON = 1_800_000_000_000L;

    private final Pace pace = new Pace(Duration.ofSeconds(5));

    @Test
    void extent_ofASingleEvent_isEverythingAtOnce() {
        // Given
        pace.arrived();

        // Then
        assertThat(pace.extent(NOON)).isEqualTo(AccountIndex.Extent.EVERYTHING);
    }

    @Test
    void extent_whileEventsKeepComing_isEverythingOncePerLongestWait() {
        // When
        List<Long> everythingAt = new ArrayList<>();
        for (long millis = 0; millis <= 12_000; millis += 250) {
            pace.arrived();
            if (pace.extent(NOON + millis) == AccountIndex.Extent.EVERYTHING) {
                everythingAt.add(millis);
            }
        }

        // Then
        assertThat(everythingAt).containsExactly(0L, 5_000L, 10_000L);
    }

    @Test
    void extent_whenEventsHaveStopped_isEverything() {
        // Given
        pace.arrived();
        pace.extent(NOON);
        pace.arrived();

        // Then
        assertThat(pace.extent(NOON + 250)).isEqualTo(AccountIndex.Extent.PAGES);
        assertThat(pace.extent(NOON + 500)).isEqualTo(AccountIndex.Extent.EVERYTHING);
    }

    @Test
    void marked_isWhatAFlushLeftOrAnEventBrought() {
        // Given
        assertThat(pace.isMarked()).as("after a restart").isTrue();
        pace.flushed(false);
        assertThat(pace.isMarked()).isFalse();

        // When
        pace.arrived();

        // Then
        assertThat(pace.isMarked()).isTrue();
    }
}
