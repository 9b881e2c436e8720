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
import dev.pressline.render.config.RenderConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * The stage {@code pressline.jobs.v1} to the store and {@code pressline.rendered.v1}: of each key
 * the last job of a batch counts, and pages are printed before the channels that name them,
 * removals last.
 */
@ApplicationScoped
public class PressStage {

    private static final String STAGE = "render-press";

    private final StageLoop loop;
    private final DoneOffsets offsets;

    PressStage(
            PressHandler handler,
            EventProducer producer,
            MeterRegistry registry,
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
        this.loop =
                new StageLoop(
                        handler,
                        Lane.KEY,
                        new StageLoop.Outlets(
                                producer,
                                deadLetters,
                                new StageMetrics(
                                        registry, STAGE, List.of(PressHandler.UNREADABLE_JOB)),
                                monitor.loop(STAGE)),
                        config.press().concurrency());
    }

    /** Prints one batch. */
    @Incoming("jobs")
    @Blocking
    public void print(ConsumerRecords<String, byte[]> batch) {
        for (List<ConsumerRecord<String, byte[]>> phase : phases(batch).values()) {
            loop.turn(phase);
        }
        offsets.done(batch);
    }

    private static Map<Phase, List<ConsumerRecord<String, byte[]>>> phases(
            Iterable<ConsumerRecord<String, byte[]>> batch) {
        Map<String, ConsumerRecord<String, byte[]>> last = new LinkedHashMap<>();
        for (ConsumerRecord<String, byte[]> job : batch) {
            if (job.value() != null) {
                last.put(String.valueOf(job.key()), job);
            }
        }
        Map<Phase, List<ConsumerRecord<String, byte[]>>> phases = new EnumMap<>(Phase.class);
        for (ConsumerRecord<String, byte[]> job : last.values()) {
            phases.computeIfAbsent(Phase.of(job.value()), phase -> new ArrayList<>()).add(job);
        }
        return phases;
    }
}
