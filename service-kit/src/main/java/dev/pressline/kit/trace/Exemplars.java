package dev.pressline.kit.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.prometheus.client.exemplars.DefaultExemplarSampler;
import io.prometheus.client.exemplars.ExemplarSampler;
import io.prometheus.client.exemplars.tracer.otel.OpenTelemetrySpanContextSupplier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;

/**
 * The traces that stand beside what a histogram counts, for who scrapes in the format of
 * OpenMetrics: from a slow bucket to the trace of an event in it. Thread-safe.
 */
@ApplicationScoped
public class Exemplars {

    @Produces
    @Singleton
    @Alternative
    @Priority(1)
    Optional<ExemplarSampler> sampler() {
        return Optional.of(new DefaultExemplarSampler(new OpenTelemetrySpanContextSupplier()));
    }

    /** Measures something of a record, with its trace beside it if it is traced. */
    public static void beside(Headers record, Runnable measurement) {
        Optional<Span> traced = Traces.sampled(record).map(Span::wrap);
        if (traced.isEmpty()) {
            measurement.run();
            return;
        }
        try (Scope current = traced.get().makeCurrent()) {
            measurement.run();
        }
    }
}
