package dev.pressline.kit.metric;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says which service of which version this is, as a gauge that is always 1. */
@ApplicationScoped
class BuildInfo {

    private final MeterRegistry registry;
    private final String application;
    private final String version;

    BuildInfo(
            MeterRegistry registry,
            @ConfigProperty(name = "quarkus.application.name") String application,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.registry = registry;
        this.application = application;
        this.version = version;
    }

    void start(@Observes StartupEvent event) {
        Gauge.builder("pressline.build.info", () -> 1)
                .description("Always 1; its labels say what is running")
                .tag("application", application)
                .tag("version", version)
                .tag("java", String.valueOf(Runtime.version().feature()))
                .register(registry);
    }
}
