package dev.pressline.render.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.render.job.PressProgress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long NOON = 1_800_000_000_000L;

    private final Lateness lateness = new Lateness(Duration.ofMinutes(1));
    private final PressProgress press = new PressProgress(() -> NOON);

    private final Pace pace =
            new Pace(
                    new Pace.Waits(
                            Duration.ofMillis(250), Duration.ofSeconds(5), Duration.ofMinutes(1)),
                    lateness,
                    new Stillness(press),
                    NOON - 60_000);

    /** Mostly something is going on. */
    @BeforeEach
    void keepThePressAtWork() {
        press.begun();
    }

    /** The looks, in milliseconds after noon, at which so much is printed of a burst. */
    private List<Long> looks(Extent wanted, long age, long length) {
        List<Long> at = new ArrayList<>();
        for (long millis = 0; millis <= length; millis += 250) {
            long now = NOON + millis;
            pace.arrived(now, now - age);
            if (pace.extent(now) == wanted) {
                at.add(millis);
            }
        }
        return at;
    }

    @Test
    void extent_ofASingleEvent_isEverythingAtOnce() {
        // Given
        pace.arrived(NOON, NOON - 20);

        // Then
        assertThat(pace.extent(NOON)).isEqualTo(Extent.EVERYTHING);
    }

    @Test
    void extent_whileEventsComeFresh_isEverythingOncePerLongestWait() {
        assertThat(looks(Extent.EVERYTHING, 20, 12_000)).containsExactly(0L, 5_000L, 10_000L);
    }

    @Test
    void extent_whileEventsComeFresh_isPagesAtEveryOtherLook() {
        assertThat(looks(Extent.NOTHING, 20, 12_000)).isEmpty();
    }

    @Test
    void extent_whileEventsComeLate_waitsForChannelsTenTimesAsLong() {
        assertThat(looks(Extent.EVERYTHING, 2_000, 50_000)).containsExactly(0L, 20_000L, 40_000L);
    }

    @Test
    void extent_whileEventsComeVeryLate_waitsForChannelsAMinuteAtMost() {
        assertThat(looks(Extent.EVERYTHING, 3_600_000, 120_000))
                .containsExactly(0L, 60_000L, 120_000L);
    }

    @Test
    void extent_whileEventsComeLate_waitsForPagesAsLongAsTheyAreOld() {
        assertThat(looks(Extent.PAGES, 2_000, 7_000)).containsExactly(2_000L, 4_000L, 6_000L);
    }

    @Test
    void extent_whileEventsComeVeryLate_waitsForPagesAsLongAsForFreshChannels() {
        assertThat(looks(Extent.PAGES, 3_600_000, 12_000)).containsExactly(5_000L, 10_000L);
    }

    @Test
    void extent_whileThePressIsBehind_waitsForChannelsAsWithLateEvents() {
        // Given
        lateness.heard(NOON, NOON - 3_000);

        // Then
        assertThat(looks(Extent.EVERYTHING, 20, 59_000)).containsExactly(0L, 30_000L);
    }

    @Test
    void extent_whenNothingWasHeardOfThePressForLong_isThatOfFreshEvents() {
        // Given
        lateness.heard(NOON - 60_001, NOON - 90_000);

        // Then
        assertThat(looks(Extent.EVERYTHING, 20, 6_000)).containsExactly(0L, 5_000L);
    }

    @Test
    void extent_ofAPauseWhileThePressIsBehind_isEverythingWhenAsLongAsItIsLate() {
        // Given
        pace.arrived(NOON, NOON);
        pace.extent(NOON);
        lateness.heard(NOON, NOON - 3_000);
        pace.arrived(NOON + 2_000, NOON + 2_000);

        // Then
        assertThat(pace.extent(NOON + 4_750)).isEqualTo(Extent.PAGES);
        assertThat(pace.extent(NOON + 5_000)).isEqualTo(Extent.EVERYTHING);
    }

    @Test
    void extent_ofAPauseWhileThePressIsFarBehind_isPagesUntilItIsDone() {
        // Given
        pace.arrived(NOON, NOON);
        pace.extent(NOON);
        pace.arrived(NOON + 1_000, NOON + 1_000);
        lateness.heard(NOON + 28_000, NOON + 1_000);

        // Then
        assertThat(pace.extent(NOON + 33_000)).isEqualTo(Extent.PAGES);
        assertThat(pace.extent(NOON + 33_001)).isEqualTo(Extent.EVERYTHING);
    }

    @Test
    void timeOnArrival_isWhenNoPageWasPrintedForAnInterval() {
        // Given
        pace.arrived(NOON, NOON - 20);

        // Then
        assertThat(pace.isTimeOnArrival(NOON)).isTrue();
        assertThat(pace.isTimeOnArrival(NOON + 249)).isFalse();
        assertThat(pace.isTimeOnArrival(NOON + 250)).isTrue();
        assertThat(pace.extent(NOON + 250)).as("what shares it").isEqualTo(Extent.EVERYTHING);
    }

    @Test
    void timeOnArrival_ofLateEvents_isWhenPagesHaveWaitedAsLong() {
        // Given
        pace.arrived(NOON, NOON - 2_000);
        pace.isTimeOnArrival(NOON);

        // Then
        assertThat(pace.isTimeOnArrival(NOON + 1_999)).isFalse();
        assertThat(pace.isTimeOnArrival(NOON + 2_000)).isTrue();
    }

    @Test
    void fresh_isWhatCameAsItWasAccepted_notWhatWaited() {
        pace.arrived(NOON, NOON - 499);
        assertThat(pace.isFresh()).isTrue();
        pace.arrived(NOON + 1, NOON - 499);
        assertThat(pace.isFresh()).isFalse();
    }

    @Test
    void since_isWhenTheNewestEventWasAccepted_neverInTheFuture() {
        // When
        pace.arrived(NOON, NOON - 20);
        assertThat(pace.since()).isEqualTo(NOON - 20);
        pace.arrived(NOON + 1, NOON + 5_000);

        // Then
        assertThat(pace.since()).isEqualTo(NOON + 1);
    }

    @Test
    void extent_whenFreshEventsHaveStopped_isEverythingAtTheNextLook() {
        // Given
        pace.arrived(NOON, NOON);
        pace.extent(NOON);
        pace.arrived(NOON + 250, NOON + 250);

        // Then
        assertThat(pace.extent(NOON + 250)).isEqualTo(Extent.PAGES);
        assertThat(pace.extent(NOON + 500)).isEqualTo(Extent.EVERYTHING);
    }

    @Test
    void extent_whenLateEventsHaveStopped_isEverythingAfterTenSeconds() {
        // Given
        pace.arrived(NOON, NOON - 30_000);
        pace.extent(NOON);
        pace.arrived(NOON + 6_000, NOON - 30_000);

        // Then
        assertThat(pace.extent(NOON + 15_750)).isEqualTo(Extent.PAGES);
        assertThat(pace.extent(NOON + 16_000)).isEqualTo(Extent.EVERYTHING);
    }

    @Test
    void extent_whenLateEventsHaveStopped_isEverythingAfterTwiceTheirLongestGap() {
        // Given
        pace.arrived(NOON, NOON - 30_000);
        pace.extent(NOON);
        pace.arrived(NOON + 1_000, NOON - 30_000);
        pace.arrived(NOON + 1_250, NOON - 30_000);

        // Then
        assertThat(pace.extent(NOON + 3_000)).isNotEqualTo(Extent.EVERYTHING);
        assertThat(pace.extent(NOON + 3_250)).isEqualTo(Extent.EVERYTHING);
    }

    @Test
    void extent_whenLateEventsHaveStoppedAndThePressIsDone_isEverythingAfterASecond() {
        // Given
        pace.arrived(NOON, NOON - 30_000);
        pace.extent(NOON);
        pace.arrived(NOON + 6_000, NOON - 30_000);

        // When
        press.done();

        // Then
        assertThat(pace.extent(NOON + 6_999)).isEqualTo(Extent.PAGES);
        assertThat(pace.extent(NOON + 7_000)).isEqualTo(Extent.EVERYTHING);
    }

    @Test
    void extent_ofAFewLateEventsAfterALongPause_isEverythingAtTheNextLook() {
        // Given
        pace.arrived(NOON, NOON - 30_000);
        pace.arrived(NOON + 6_000, NOON - 30_000);
        pace.arrived(NOON + 60_000, NOON - 30_000);
        pace.extent(NOON + 60_000);
        pace.arrived(NOON + 60_010, NOON - 30_000);

        // Then
        assertThat(pace.extent(NOON + 60_250)).isNotEqualTo(Extent.EVERYTHING);
        assertThat(pace.extent(NOON + 60_260)).isEqualTo(Extent.EVERYTHING);
    }

    @Test
    void extent_ofAnEventFromTheFuture_isThatOfAFreshOne() {
        assertThat(looks(Extent.EVERYTHING, -3_600_000, 6_000)).containsExactly(0L, 5_000L);
    }

    @Test
    void marked_isWhatAFlushLeftOrAnEventBrought() {
        // Given
        assertThat(pace.isMarked()).as("after a restart").isTrue();
        pace.flushed(false);
        assertThat(pace.isMarked()).isFalse();

        // When
        pace.arrived(NOON, NOON);

        // Then
        assertThat(pace.isMarked()).isTrue();
    }
}
