package dev.pressline.kit.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Test;

class LoopMonitorTest {

    private static final Duration TOO_LONG = LoopMonitor.LONGEST_SILENCE.plusNanos(1);

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);
    private final LoopMonitor monitor = new LoopMonitor(nanos::get);
    private final LoopMonitor.Loop loop = monitor.loop("press");

    @Test
    void loop_atRestForHours_isWell() {
        loop.begins();
        loop.rests();

        pass(Duration.ofHours(5));

        assertThat(monitor.stuck()).isEmpty();
    }

    @Test
    void loop_silentAtWork_isStuckOnlyAfterAMinute() {
        loop.begins();

        pass(LoopMonitor.LONGEST_SILENCE);
        assertThat(monitor.stuck()).isEmpty();

        pass(Duration.ofNanos(1));
        assertThat(monitor.stuck()).containsExactly("press");
    }

    @Test
    void loop_givingSignsDuringALongOutage_isWell() {
        loop.begins();

        for (int i = 0; i < 100; i++) {
            pass(LoopMonitor.LONGEST_SILENCE);
            loop.turned();
        }

        assertThat(monitor.stuck()).isEmpty();
    }

    @Test
    void loop_thatGoesOn_isWellAgain() {
        loop.begins();
        pass(TOO_LONG);

        loop.turned();

        assertThat(monitor.stuck()).isEmpty();
    }

    @Test
    void loop_takingUpWorkAfterARest_hasItsWholeMinute() {
        pass(TOO_LONG);

        loop.begins();

        assertThat(monitor.stuck()).isEmpty();
    }

    @Test
    void loop_askedForTwice_isTheSame() {
        assertThat(monitor.loop("press")).isSameAs(loop);
        assertThat(monitor.names()).containsExactly("press");
    }

    @Test
    void liveness_withAStuckLoop_isDownAndNamesIt() {
        // Given
        LoopsTurn check = new LoopsTurn(monitor);
        HealthCheckResponse before = check.call();

        // When
        loop.begins();
        pass(TOO_LONG);
        HealthCheckResponse after = check.call();

        // Then
        assertThat(before.getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
        assertThat(after.getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
        assertThat(after.getData().orElseThrow()).containsEntry("stuck", "press");
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
