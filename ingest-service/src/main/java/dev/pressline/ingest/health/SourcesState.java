package dev.pressline.ingest.health;

import dev.pressline.ingest.live.StreamState;
import dev.pressline.ingest.live.Streams;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * What an operator wants to know of the live streams that this replica reads; always up, since no
 * restart would help a stream whose host is down.
 */
@Readiness
@ApplicationScoped
class SourcesState implements HealthCheck {

    private final Streams streams;

    SourcesState(Streams streams) {
        this.streams = streams;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("sources").up();
        for (StreamState state : streams.states()) {
            response.withData(state.name(), state.text());
        }
        return response.build();
    }
}
