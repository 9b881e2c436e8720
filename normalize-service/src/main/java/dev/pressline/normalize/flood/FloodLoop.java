package dev.pressline.normalize.flood;

import dev.pressline.kit.failure.InfrastructureException;
import dev.pressline.kit.failure.StoppedException;
import dev.pressline.kit.health.LoopMonitor;
import dev.pressline.kit.kafka.EventProducer;
import dev.pressline.kit.stage.DeadLetters;
import dev.pressline.kit.stage.RecordHandler;
import dev.pressline.kit.stage.StageLoop;
import dev.pressline.kit.stage.StageMetrics;
import dev.pressline.kit.store.AccountStandings;
import dev.pressline.kit.trace.Traces;
import dev.pressline.normalize.pending.PutOffRecords;
import dev.pressline.normalize.pending.RunSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Turns the lane of floods, for ever, in a thread of its own. */
@ApplicationScoped
class FloodLoop {

    private static final Logger LOG = Logger.getLogger(FloodLoop.class);
    private static final Duration REST = Duration.ofMillis(200);
    private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(5);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private final FloodLane lane;
    private final Thread thread = Thread.ofVirtual().name("floods").unstarted(this::run);

    FloodLoop(
            PutOffRecords putOff,
            Followers followers,
            RunSource runs,
            AccountsInHand accounts,
            AccountStandings standings,
            RecordHandler handler,
            EventProducer producer,
            DeadLetters deadLetters,
            StageMetrics metrics,
            Traces traces,
            LoopMonitor monitor,
            MeterRegistry registry,
            Clock clock) {
        StageLoop.Outlets outlets =
                new StageLoop.Outlets(
                        producer, deadLetters, metrics, traces, monitor.loop("floods"));
        this.lane = new FloodLane(putOff, followers, runs, accounts, standings, handler, outlets);
        measure(putOff, registry, clock);
    }

    private void measure(PutOffRecords putOff, MeterRegistry registry, Clock clock) {
        Gauge.builder("pressline.records.put.off", () -> putOff.size() + lane.finishing())
                .description(
                        "Records put off because their account had used up its allowance, of the partitions owned here")
                .register(registry);
        Gauge.builder("pressline.records.put.off.age", () -> age(putOff, clock))
                .description("Time since the oldest of the records was put off that still wait")
                .baseUnit("seconds")
                .register(registry);
    }

    private static double age(PutOffRecords putOff, Clock clock) {
        return putOff.oldest()
                .map(since -> Duration.between(since, clock.instant()).toMillis() / 1_000.0)
                .orElse(0.0);
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        thread.interrupt();
        thread.join(LONGEST_STOP);
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                if (!turn()) {
                    Thread.sleep(REST);
                }
            }
        } catch (InterruptedException | StoppedException e) {
            LOG.debug("what was put off waits for the next start");
        }
    }

    private boolean turn() throws InterruptedException {
        try {
            return lane.turn();
        } catch (InfrastructureException e) {
            LOG.infof("what was put off waits on: %s", e.getMessage());
        } catch (StoppedException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.errorf(e, "what was put off cannot be handled");
        }
        Thread.sleep(REST_AFTER_FAILURE);
        return true;
    }
}
