package dev.pressline.normalize.stage;

import dev.pressline.kit.health.LoopMonitor;
import dev.pressline.kit.kafka.DoneOffsets;
import dev.pressline.kit.kafka.EventProducer;
import dev.pressline.kit.stage.DeadLetters;
import dev.pressline.kit.stage.Lane;
import dev.pressline.kit.stage.StageLoop;
import dev.pressline.kit.stage.StageMetrics;
import dev.pressline.kit.trace.Traces;
import dev.pressline.normalize.flood.AccountsInHand;
import dev.pressline.normalize.flood.FloodGate;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * The stage {@code pressline.raw.v1} to {@code pressline.normalized.v1}: a batch is acknowledged,
 * and so its offsets committed, only when everything derived from it is durable.
 */
@ApplicationScoped
public class NormalizeStage {

    /** The name of the stage in logs, metrics and dead letters. */
    static final String STAGE = "normalize";

    private final AccountsInHand accounts;
    private final FloodGate gate;
    private final DoneOffsets offsets;
    private final StageLoop loop;

    NormalizeStage(
            NormalizeHandler handler,
            AccountsInHand accounts,
            FloodGate gate,
            DoneOffsets offsets,
            EventProducer producer,
            DeadLetters deadLetters,
            StageMetrics metrics,
            Traces traces,
            LoopMonitor monitor,
            NormalizeConfig config) {
        this.accounts = accounts;
        this.gate = gate;
        this.offsets = offsets;
        this.loop =
                new StageLoop(
                        handler,
                        Lane.ACCOUNT,
                        new StageLoop.Outlets(
                                producer, deadLetters, metrics, traces, monitor.loop(STAGE)),
                        config.concurrency());
    }

    /** Handles one batch, but for what is put off. */
    @Incoming("raw")
    @Blocking
    public void normalize(ConsumerRecords<String, byte[]> batch) {
        accounts.asStage(FloodGate.accounts(batch), () -> loop.turn(gate.pass(batch)));
        offsets.done(batch);
    }
}
