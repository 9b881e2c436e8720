package dev.pressline.render.press;

import dev.pressline.contract.event.Topics;
import dev.pressline.kit.health.LoopMonitor;
import dev.pressline.kit.kafka.DoneOffsets;
import dev.pressline.kit.kafka.EventProducer;
import dev.pressline.kit.kafka.TopicReplay;
import dev.pressline.kit.stage.DeadLetters;
import dev.pressline.kit.stage.Lane;
import dev.pressline.kit.stage.QueueTail;
import dev.pressline.kit.stage.StageIdentity;
import dev.pressline.kit.stage.StageLoop;
import dev.pressline.kit.stage.StageMetrics;
import dev.pressline.kit.store.LargeValues;
import dev.pressline.kit.trace.Traces;
import dev.pressline.kit.watch.WatchedGroup;
import dev.pressline.render.config.RenderConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * The stage {@code pressline.jobs.v1} to the store and {@code pressline.rendered.v1}: of each key
 * the last job of a batch counts, and pages are printed before the channels that name them,
 * removals last.
 */
@Startup
@ApplicationScoped
public class PressStage {

    private static final String STAGE = "render-press";

    private final StageLoop loop;
    private final StageMetrics metrics;
    private final DoneOffsets offsets;

    @Produces
    @Singleton
    static WatchedGroup watched() {
        return new WatchedGroup(STAGE, STAGE, List.of(Topics.JOBS));
    }

    PressStage(
            PressHandler handler,
            EventProducer producer,
            MeterRegistry registry,
            Traces traces,
            LoopMonitor monitor,
            LargeValues largeValues,
            TopicReplay replay,
            DoneOffsets offsets,
            RenderConfig config,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        String queue = Topics.deadLetters(Topics.JOBS, STAGE);
        DeadLetters deadLetters =
                new DeadLetters(
                        new StageIdentity(STAGE, queue, version),
                        largeValues,
                        QueueTail.of(replay, queue));
        this.offsets = offsets;
        this.metrics = new StageMetrics(registry, STAGE, List.of(PressHandler.UNREADABLE_JOB));
        this.loop =
                new StageLoop(
                        handler,
                        Lane.KEY,
                        new StageLoop.Outlets(
                                producer, deadLetters, metrics, traces, monitor.loop(STAGE)),
                        config.press().concurrency());
    }

    /** Prints one batch; what a later job of it supersedes is done with that. */
    @Incoming("jobs")
    @Blocking
    public void print(ConsumerRecords<String, byte[]> batch) {
        List<ConsumerRecord<String, byte[]>> superseded = new ArrayList<>();
        for (List<ConsumerRecord<String, byte[]>> phase : phases(batch, superseded).values()) {
            loop.turn(phase);
        }
        superseded.forEach(metrics::aged);
        offsets.done(batch);
    }

    private static Map<Phase, List<ConsumerRecord<String, byte[]>>> phases(
            Iterable<ConsumerRecord<String, byte[]>> batch,
            List<ConsumerRecord<String, byte[]>> superseded) {
        Map<String, ConsumerRecord<String, byte[]>> last = new LinkedHashMap<>();
        for (ConsumerRecord<String, byte[]> job : batch) {
            if (job.value() != null) {
                Optional.ofNullable(last.put(String.valueOf(job.key()), job))
                        .ifPresent(superseded::add);
            }
        }
        Map<Phase, List<ConsumerRecord<String, byte[]>>> phases = new EnumMap<>(Phase.class);
        for (ConsumerRecord<String, byte[]> job : last.values()) {
            phases.computeIfAbsent(Phase.of(job.value()), phase -> new ArrayList<>()).add(job);
        }
        return phases;
    }
}
