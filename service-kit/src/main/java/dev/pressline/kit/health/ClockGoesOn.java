package dev.pressline.kit.health;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Liveness: the wall clock has not gone back. Kafka's clients wait by it, so one that was set back
 * has them send no sign of life and commit nothing until it is again what it was: a restart cures
 * that at once. Thread-safe.
 */
@Startup
@Liveness
@ApplicationScoped
class ClockGoesOn implements HealthCheck {

    /** A smaller step back is over sooner than a restart would be. */
    private static final Duration TOLERATED = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final AtomicReference<Instant> latest;

    ClockGoesOn(InstantSource clock) {
        this.clock = clock;
        this.latest = new AtomicReference<>(clock.instant());
    }

    @Override
    public HealthCheckResponse call() {
        Instant now = clock.instant();
        Instant known = latest.accumulateAndGet(now, (a, b) -> a.isAfter(b) ? a : b);
        Duration back = Duration.between(now, known);
        return HealthCheckResponse.named("clock-goes-on")
                .status(back.compareTo(TOLERATED) <= 0)
                .withData("set-back-seconds", back.toSeconds())
                .build();
    }
}
