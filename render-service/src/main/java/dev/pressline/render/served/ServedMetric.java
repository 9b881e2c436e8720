package dev.pressline.render.served;

import dev.pressline.contract.event.Generation;
import dev.pressline.kit.failure.InfrastructureException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Says whether readers get what this render prints, for only then it matters how late that is.
 * Looks in the background, since a scrape must not wait for the store; what was known stays while
 * that does not answer.
 */
@ApplicationScoped
class ServedMetric {

    private static final Logger LOG = Logger.getLogger(ServedMetric.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final ServedGeneration served;
    private final Generation own;
    private final Thread thread = Thread.ofVirtual().name("served").unstarted(this::run);
    private volatile boolean isServed = true;

    ServedMetric(ServedGeneration served, Generation own, MeterRegistry registry) {
        this.served = served;
        this.own = own;
        Gauge.builder("pressline.generation.served", this, each -> each.isServed ? 1 : 0)
                .description("Whether readers get the generation that this service makes")
                .register(registry);
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        thread.interrupt();
    }

    private void run() {
        try {
            while (true) {
                look();
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            isServed = served.now().equals(own);
        } catch (InfrastructureException e) {
            LOG.debugf("nobody knows which generation is served: %s", e.getMessage());
        }
    }
}
