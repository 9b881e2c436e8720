package dev.pressline.render.index;

import dev.pressline.contract.event.Generation;
import dev.pressline.contract.event.Topics;
import dev.pressline.kit.health.LoopMonitor;
import dev.pressline.kit.store.LargeValues;
import dev.pressline.kit.trace.Traces;
import dev.pressline.kit.watch.WatchedGroup;
import dev.pressline.render.config.RenderConfig;
import dev.pressline.render.job.PressProgress;
import dev.pressline.render.state.KeptStores;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.apache.kafka.streams.KafkaClientSupplier;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.jboss.logging.Logger;

/**
 * The index as a stage: the topology that Kafka Streams runs, and what happens when a thread of it
 * fails.
 */
@ApplicationScoped
public class IndexStage {

    private static final Logger LOG = Logger.getLogger(IndexStage.class);
    private static final List<String> DETAIL =
            List.of("kafka.stream.state.", "kafka.stream.task.", "kafka.stream.processor.");

    @Produces
    @Singleton
    Topology topology(
            LargeValues largeValues,
            MeterRegistry registry,
            Traces traces,
            LoopMonitor monitor,
            RenderConfig config,
            Generation own,
            KeptStores stores,
            PressProgress press) {
        PendingWork pending = new PendingWork();
        return IndexTopology.build(
                own,
                new IndexProcessor.Surroundings(
                        largeValues,
                        pending,
                        new IndexMetrics(registry, pending),
                        traces,
                        monitor.loop(IndexMetrics.STAGE),
                        new Pace.Waits(
                                config.index().interval(),
                                config.index().longestWait(),
                                config.index().longestWaitBehind()),
                        new Lateness(config.index().longestWaitBehind()),
                        new Stillness(press),
                        press),
                stores);
    }

    @Produces
    @Singleton
    KafkaClientSupplier clients(KeptStores stores) {
        return stores.clients();
    }

    @Produces
    @Singleton
    StateRestoreListener restorations(MeterRegistry registry) {
        return new Restorations(registry);
    }

    /**
     * Leaves out the platform's meters of each store, task and node: with twelve partitions they
     * are nine of ten lines of a scrape, and nobody looks at them.
     */
    @Produces
    @Singleton
    MeterFilter withoutStreamsDetail() {
        return MeterFilter.deny(
                id -> DETAIL.stream().anyMatch(prefix -> id.getName().startsWith(prefix)));
    }

    @Produces
    @Singleton
    WatchedGroup watched() {
        return new WatchedGroup(
                IndexMetrics.STAGE, "render-index", List.of(Topics.NORMALIZED, Topics.FEEDS));
    }

    @Produces
    @Singleton
    StreamsUncaughtExceptionHandler onFailure() {
        return failure -> {
            LOG.errorf(failure, "a thread of the index failed and is replaced");
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        };
    }
}
