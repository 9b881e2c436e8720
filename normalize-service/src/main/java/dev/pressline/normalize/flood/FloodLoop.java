package dev.pressline.normalize.flood;

import dev.pressline.kit.health.LoopMonitor;
import dev.pressline.kit.kafka.EventProducer;
import dev.pressline.kit.loop.EndlessLoop;
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

/** Turns the lane of floods for as long as the service runs. */
@ApplicationScoped
class FloodLoop {

    private static final String NAME = "floods";
    private static final Duration REST = Duration.ofMillis(200);
    private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(5);

    private final FloodLane lane;
    private final EndlessLoop loop = new EndlessLoop(NAME, REST_AFTER_FAILURE, this::turn);

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
                new StageLoop.Outlets(producer, deadLetters, metrics, traces, monitor.loop(NAME));
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
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    private Duration turn() {
        return lane.turn() ? Duration.ZERO : REST;
    }
}
