package dev.pressline.render.served;

import dev.pressline.contract.event.Generation;
import dev.pressline.kit.loop.EndlessLoop;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/**
 * Says whether readers get what this render prints, for only then it matters how late that is.
 * Looks in the background, since a scrape must not wait for the store; what was known stays while
 * that does not answer.
 */
@ApplicationScoped
class ServedMetric {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final ServedGeneration served;
    private final Generation own;
    private final EndlessLoop loop = new EndlessLoop("served", PAUSE, this::look);
    private volatile boolean isServed = true;

    ServedMetric(ServedGeneration served, Generation own, MeterRegistry registry) {
        this.served = served;
        this.own = own;
        Gauge.builder("pressline.generation.served", this, each -> each.isServed ? 1 : 0)
                .description("Whether readers get the generation that this service makes")
                .register(registry);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    private Duration look() {
        isServed = served.now().equals(own);
        return PAUSE;
    }
}
