package dev.pressline.kit.health;

import dev.pressline.kit.kafka.TopicProbe;
import dev.pressline.kit.store.BucketProbe;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CountDownLatch;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;
import org.jboss.logging.Logger;

/**
 * Startup: the topics answer and the buckets are there. Looked for in the background until found,
 * so that the check itself never blocks.
 */
@Startup
@ApplicationScoped
public class StartupProbe implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(StartupProbe.class);
    private static final long PAUSE_MILLIS = 250;

    private final Requirements requirements;
    private final TopicProbe topics;
    private final BucketProbe buckets;
    private final CountDownLatch found = new CountDownLatch(1);
    private volatile boolean stopping;
    private volatile String missing = "not looked yet";

    StartupProbe(Requirements requirements, TopicProbe topics, BucketProbe buckets) {
        this.requirements = requirements;
        this.topics = topics;
        this.buckets = buckets;
    }

    void start(@Observes StartupEvent event) {
        Thread.ofVirtual().name("startup-probe").start(this::lookUntilFound);
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        found.countDown();
    }

    /** Waits until everything is there, or the service stops. */
    public void await() throws InterruptedException {
        found.await();
    }

    private void lookUntilFound() {
        while (!stopping) {
            missing = look();
            if (missing.isEmpty()) {
                found.countDown();
                return;
            }
            pause();
        }
    }

    private String look() {
        try {
            return topics.missing(requirements.topics())
                    .or(() -> buckets.missing(requirements.buckets()))
                    .orElse("");
        } catch (RuntimeException e) {
            LOG.debugf("startup: %s", e.getMessage());
            return String.valueOf(e.getMessage());
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("topics-and-buckets")
                .status(missing.isEmpty())
                .withData("missing", missing)
                .build();
    }
}
