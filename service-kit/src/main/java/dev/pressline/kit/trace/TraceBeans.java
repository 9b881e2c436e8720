package dev.pressline.kit.trace;

import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sends traces to where the configuration says. Without such a place nothing of it is loaded. What
 * cannot be sent is thrown away: no record waits for a trace.
 */
@ApplicationScoped
class TraceBeans {

    private static final String TRACER = "dev.pressline";
    private static final long LONGEST_STOP_SECONDS = 3;

    private Optional<SdkTracerProvider> provider = Optional.empty();

    @Produces
    @Singleton
    Traces traces(
            TraceConfig config,
            @ConfigProperty(name = "quarkus.application.name") String application,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        provider =
                config.endpoint()
                        .map(endpoint -> provider(endpoint, config.ratio(), application, version));
        return provider.map(each -> Traces.of(each.get(TRACER))).orElse(Traces.OFF);
    }

    private static SdkTracerProvider provider(
            URI endpoint, double ratio, String application, String version) {
        return SdkTracerProvider.builder()
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(ratio)))
                .setResource(
                        Resource.builder()
                                .put("service.name", application)
                                .put("service.version", version)
                                .build())
                .addSpanProcessor(
                        BatchSpanProcessor.builder(
                                        OtlpHttpSpanExporter.builder()
                                                .setEndpoint(endpoint.toString())
                                                .build())
                                .build())
                .build();
    }

    @PreDestroy
    void close() {
        provider.ifPresent(each -> each.shutdown().join(LONGEST_STOP_SECONDS, TimeUnit.SECONDS));
    }
}
