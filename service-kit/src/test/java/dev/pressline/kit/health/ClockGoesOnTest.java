package dev.pressline.kit.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class ClockGoesOnTest {

    private final SetClock clock = new SetClock();
    private final ClockGoesOn check = new ClockGoesOn(clock);

    /** A clock that somebody sets. */
    private static final class SetClock extends Clock {

        private Instant now = Instant.parse("2026-11-27T02:00:00Z");

        void set(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private Status status() {
        return check.call().getStatus();
    }

    @Test
    void clock_thatGoesOnOrJumpsAhead_isWell() {
        assertThat(status()).isEqualTo(Status.UP);
        clock.set(Duration.ofDays(1));
        assertThat(status()).isEqualTo(Status.UP);
    }

    @Test
    void clock_setBackALittle_isWell() {
        clock.set(Duration.ofSeconds(-60));
        assertThat(status()).isEqualTo(Status.UP);
    }

    @Test
    void clock_setBack_isNotWellUntilItIsWhatItWas() {
        // Given
        clock.set(Duration.ofMinutes(5));
        check.call();

        // When
        clock.set(Duration.ofMinutes(-4));

        // Then
        HealthCheckResponse response = check.call();
        assertThat(response.getStatus()).isEqualTo(Status.DOWN);
        assertThat(response.getData())
                .hasValueSatisfying(
                        data -> assertThat(data).containsEntry("set-back-seconds", 240L));
        clock.set(Duration.ofMinutes(3));
        assertThat(status()).isEqualTo(Status.UP);
    }
}
