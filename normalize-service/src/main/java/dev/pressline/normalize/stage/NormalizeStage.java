package dev.pressline.normalize.stage;

import dev.pressline.contract.event.Topics;
import dev.pressline.kit.health.LoopMonitor;
import dev.pressline.kit.kafka.EventProducer;
import dev.pressline.kit.stage.DeadLetters;
import dev.pressline.kit.stage.Lane;
import dev.pressline.kit.stage.StageIdentity;
import dev.pressline.kit.stage.StageLoop;
import dev.pressline.kit.stage.StageMetrics;
import dev.pressline.kit.store.LargeValues;
import dev.pressline.normalize.core.RejectionReason;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * The stage {@code pressline.raw.v1} to {@code pressline.normalized.v1}: a batch is acknowledged,
 * and so its offsets committed, only when everything derived from it is durable.
 */
@ApplicationScoped
public class NormalizeStage {

    private static final String STAGE = "normalize";

    private final StageLoop loop;

    NormalizeStage(
            NormalizeHandler handler,
            EventProducer producer,
            MeterRegistry registry,
            LoopMonitor monitor,
            LargeValues largeValues,
            NormalizeConfig config,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        StageIdentity identity =
                new StageIdentity(STAGE, Topics.deadLetters(Topics.RAW, STAGE), version);
        this.loop =
                new StageLoop(
                        handler,
                        Lane.ACCOUNT,
                        new StageLoop.Outlets(
                                producer,
                                new DeadLetters(identity, largeValues),
                                new StageMetrics(
                                        registry,
                                        STAGE,
                                        Arrays.stream(RejectionReason.values())
                                                .map(RejectionReason::text)
                                                .toList()),
                                monitor.loop(STAGE)),
                        config.concurrency());
    }

    /** Handles one batch. */
    @Incoming("raw")
    @Blocking
    public void normalize(ConsumerRecords<String, byte[]> batch) {
        loop.turn(batch);
    }
}
