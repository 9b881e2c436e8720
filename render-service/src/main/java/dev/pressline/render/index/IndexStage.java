package dev.pressline.render.index;

import dev.pressline.kit.health.LoopMonitor;
import dev.pressline.kit.store.LargeValues;
import dev.pressline.render.config.RenderConfig;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jboss.logging.Logger;

/**
 * The index as a stage: the topology that Kafka Streams runs, and what happens when a thread of it
 * fails.
 */
@ApplicationScoped
public class IndexStage {

    private static final Logger LOG = Logger.getLogger(IndexStage.class);

    @Produces
    @Singleton
    Topology topology(
            LargeValues largeValues,
            MeterRegistry registry,
            LoopMonitor monitor,
            RenderConfig config) {
        PendingWork pending = new PendingWork();
        return IndexTopology.build(
                new IndexProcessor.Surroundings(
                        largeValues,
                        pending,
                        new IndexMetrics(registry, pending),
                        monitor.loop("render-index"),
                        config.index().interval()));
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
