package dev.pressline.ingest.health;

import dev.pressline.ingest.backfill.BackfillProgress;
import dev.pressline.ingest.backfill.BackfillReport;
import dev.pressline.kit.health.StartupProbe;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
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
    private final BackfillReport backfills;
    private volatile boolean stopping;

    TakesRecords(@Startup StartupProbe startup, BackfillReport backfills) {
        this.startup = startup;
        this.backfills = backfills;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    @Override
    public HealthCheckResponse call() {
        boolean started = startup.call().getStatus() == HealthCheckResponse.Status.UP;
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("takes-records").status(started && !stopping);
        tell(response, backfills.now());
        return response.build();
    }

    private static void tell(HealthCheckResponseBuilder response, BackfillProgress now) {
        response.withData("repos-read", now.over().repos())
                .withData("repos-refused", now.over().refused())
                .withData("repos-reading", now.reading())
                .withData("repos-waiting", now.waiting())
                .withData("hosts-parked", now.hostsParked())
                .withData("records-per-second", Math.round(now.recordsPerSecond()));
        now.network()
                .ifPresent(
                        network ->
                                response.withData("network-found", network.found())
                                        .withData("network-listed", network.listed())
                                        .withData("network-left", network.left()));
    }
}
