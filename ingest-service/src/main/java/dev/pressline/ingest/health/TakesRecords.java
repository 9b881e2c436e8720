package dev.pressline.ingest.health;

import dev.pressline.kit.health.StartupProbe;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/**
 * Readiness: topics and bucket were found, and the service does not stop. An outage later on leaves
 * it ready: requests then wait for the brokers.
 */
@Readiness
@ApplicationScoped
class TakesRecords implements HealthCheck {

    private final StartupProbe startup;
    private volatile boolean stopping;

    TakesRecords(@Startup StartupProbe startup) {
        this.startup = startup;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    @Override
    public HealthCheckResponse call() {
        boolean started = startup.call().getStatus() == HealthCheckResponse.Status.UP;
        return HealthCheckResponse.named("takes-records").status(started && !stopping).build();
    }
}
