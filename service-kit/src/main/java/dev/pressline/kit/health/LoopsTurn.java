package dev.pressline.kit.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Liveness: the service's own loops turn over. Says nothing about broker or store, whose outage no
 * restart would cure.
 */
@Liveness
@ApplicationScoped
class LoopsTurn implements HealthCheck {

    private final LoopMonitor monitor;

    LoopsTurn(LoopMonitor monitor) {
        this.monitor = monitor;
    }

    @Override
    public HealthCheckResponse call() {
        List<String> stuck = monitor.stuck();
        return HealthCheckResponse.named("loops-turn")
                .status(stuck.isEmpty())
                .withData("loops", String.join(",", monitor.names()))
                .withData("stuck", String.join(",", stuck))
                .build();
    }
}
