package dev.pressline.kit.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class ClockGoesOnTest {

    private Instant now = Instant.parse("2026-11-27T02:00:00Z");
    private final ClockGoesOn check = new ClockGoesOn(() -> now);

    private void set(Duration by) {
        now = now.plus(by);
    }

    private Status status() {
        return check.call().getStatus();
    }

    @Test
    void clock_thatGoesOnOrJumpsAhead_isWell() {
        assertThat(status()).isEqualTo(Status.UP);
        set(Duration.ofDays(1));
        assertThat(status()).isEqualTo(Status.UP);
    }

    @Test
    void clock_setBackALittle_isWell() {
        set(Duration.ofSeconds(-60));
        assertThat(status()).isEqualTo(Status.UP);
    }

    @Test
    void clock_setBack_isNotWellUntilItIsWhatItWas() {
        // Given
        set(Duration.ofMinutes(5));
        check.call();

        // When
        set(Duration.ofMinutes(-4));

        // Then
        HealthCheckResponse response = check.call();
        assertThat(response.getStatus()).isEqualTo(Status.DOWN);
        assertThat(response.getData())
                .hasValueSatisfying(
                        data -> assertThat(data).containsEntry("set-back-seconds", 240L));
        set(Duration.ofMinutes(3));
        assertThat(status()).isEqualTo(Status.UP);
    }
}
