package dev.pressline.normalize.stage;

import dev.pressline.kit.kafka.TopicReplay;
import dev.pressline.kit.store.AccountStandings;
import dev.pressline.kit.store.Buckets;
import dev.pressline.kit.store.LargeValues;
import dev.pressline.kit.store.ObjectStore;
import dev.pressline.normalize.blob.BlobShelves;
import dev.pressline.normalize.sweep.SweepLoop;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Optional;

/** Sweeps over blobs when the configuration says how often. */
@ApplicationScoped
class SweepSchedule {

    private final Optional<SweepLoop> loop;

    SweepSchedule(
            NormalizeConfig config,
            TopicReplay topic,
            LargeValues values,
            BlobShelves shelves,
            AccountStandings standings,
            ObjectStore store,
            Buckets buckets,
            Clock clock,
            MeterRegistry registry) {
        SweepLoop.Ports ports =
                new SweepLoop.Ports(topic, values, shelves, standings, store, buckets.site());
        this.loop =
                config.sweep()
                        .every()
                        .map(
                                every ->
                                        new SweepLoop.Settings(
                                                every,
                                                config.sweep().grace(),
                                                config.sweep().dryRun()))
                        .map(settings -> new SweepLoop(ports, settings, clock, registry));
    }

    void start(@Observes StartupEvent event) {
        loop.ifPresent(SweepLoop::start);
    }

    void stop(@Observes ShutdownEvent event) {
        loop.ifPresent(SweepLoop::stop);
    }
}
