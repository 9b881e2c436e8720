package dev.pressline.render.press;

import dev.pressline.contract.event.Topics;
import dev.pressline.kit.failure.StoppedException;
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
import dev.pressline.render.job.PressProgress;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * The stage {@code pressline.jobs.v1} to the store and {@code pressline.rendered.v1}: of each key
 * the last job of a batch counts, and pages are printed before the channels that name them,
 * removals last.
 */
@Startup
@ApplicationScoped
public class PressStage {

    private static final String STAGE = "render-press";
    private static final String CHANNELS = "render-channels";

    private final StageLoop pages;
    private final StageLoop channels;
    private final Aftermath aftermath = new Aftermath();
    private final StageMetrics metrics;
    private final DoneOffsets offsets;
    private final PressProgress progress;

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
            PressProgress progress,
            RenderConfig config,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        String queue = Topics.deadLetters(Topics.JOBS, STAGE);
        DeadLetters deadLetters =
                new DeadLetters(
                        new StageIdentity(STAGE, queue, version),
                        largeValues,
                        QueueTail.of(replay, queue));
        this.offsets = offsets;
        this.progress = progress;
        this.metrics = new StageMetrics(registry, STAGE, List.of(PressHandler.UNREADABLE_JOB));
        Function<String, StageLoop> loop =
                name ->
                        new StageLoop(
                                handler,
                                Lane.KEY,
                                new StageLoop.Outlets(
                                        producer, deadLetters, metrics, traces, monitor.loop(name)),
                                config.press().concurrency());
        this.pages = loop.apply(STAGE);
        this.channels = loop.apply(CHANNELS);
    }

    /**
     * Prints the pages of a batch; its other phases follow beside the pages of the next one. What a
     * later job of it supersedes is done with that.
     */
    @Incoming("jobs")
    @Blocking
    public CompletionStage<Void> print(Message<ConsumerRecords<String, byte[]>> message) {
        progress.begun();
        Batch batch = Batch.of(message.getPayload());
        aftermath.awaitRoomFor(batch);
        pages.turn(batch.pages());
        aftermath
                .begin(batch.laterKeys(), () -> finish(batch, message.getPayload()))
                .whenComplete((done, failure) -> over(message, Optional.ofNullable(failure)));
        return CompletableFuture.completedFuture(null);
    }

    private void finish(Batch batch, ConsumerRecords<String, byte[]> jobs) {
        batch.later().forEach(channels::turn);
        batch.superseded().forEach(metrics::aged);
        offsets.done(jobs);
    }

    private void over(Message<?> message, Optional<Throwable> failure) {
        progress.done();
        answer(message, failure);
    }

    /** What was stopped is neither done nor failed. */
    private static void answer(Message<?> message, Optional<Throwable> failure) {
        if (failure.isEmpty()) {
            message.ack();
        } else if (!(failure.get().getCause() instanceof StoppedException)) {
            message.nack(failure.get());
        }
    }

    /** Waits until nothing of any batch is left to print: others may print from now on. */
    void awaitAll() {
        aftermath.awaitAll();
    }

    @PreDestroy
    void stop() {
        aftermath.close();
    }
}
