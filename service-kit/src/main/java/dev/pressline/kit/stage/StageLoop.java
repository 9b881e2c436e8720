package dev.pressline.kit.stage;

import dev.pressline.kit.crash.CrashPoint;
import dev.pressline.kit.failure.Backoff;
import dev.pressline.kit.failure.RejectedException;
import dev.pressline.kit.failure.Retry;
import dev.pressline.kit.failure.StoppedException;
import dev.pressline.kit.health.LoopMonitor;
import dev.pressline.kit.kafka.EventProducer;
import dev.pressline.kit.log.RecordLog;
import dev.pressline.kit.metric.Meters;
import dev.pressline.kit.trace.Step;
import dev.pressline.kit.trace.Traces;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;

/**
 * One turn of a stage: takes a batch, handles the records of each {@link Lane} in order and the
 * lanes side by side, sends what they give, and returns when all of it is durable, so that the
 * caller may commit. Data failures become dead letters, infrastructure failures are waited out,
 * unknown failures are tried {@value #TRIES} times. Thread-safe.
 */
public final class StageLoop {

    /** How often an unknown failure is tried before it is dead-lettered. */
    public static final int TRIES = 3;

    /** The reason of a dead letter whose failure nobody classified. */
    public static final String UNKNOWN = Meters.UNKNOWN;

    private static final Logger LOG = Logger.getLogger(StageLoop.class);

    private final RecordHandler handler;
    private final Lane lane;
    private final Outlets outlets;
    private final Retry retry;
    private final Semaphore concurrency;

    /** Where a loop puts what it makes, and what watches it. */
    public record Outlets(
            EventProducer producer,
            DeadLetters deadLetters,
            StageMetrics metrics,
            Traces traces,
            LoopMonitor.Loop loop) {}

    /** Makes a loop that handles at most {@code concurrency} lanes at once. */
    public StageLoop(RecordHandler handler, Lane lane, Outlets outlets, int concurrency) {
        this.handler = handler;
        this.lane = lane;
        this.outlets = outlets;
        this.concurrency = new Semaphore(concurrency);
        this.retry = new Retry(Backoff.DEFAULT, this::infrastructureFailed);
    }

    /**
     * Handles a batch and returns when everything derived from it is durable. Throws {@link
     * StoppedException} when the service stops meanwhile; then nothing may be committed.
     */
    public void turn(Iterable<ConsumerRecord<String, byte[]>> batch) {
        long start = System.nanoTime();
        Map<String, List<ConsumerRecord<String, byte[]>>> lanes = byLane(batch);
        int records = lanes.values().stream().mapToInt(List::size).sum();
        outlets.metrics().took(records);
        outlets.loop().begins();
        Queue<Step> steps = new ConcurrentLinkedQueue<>();
        try {
            boundary("read");
            List<ProducerRecord<String, byte[]>> derived = handleAll(lanes.values(), steps);
            boundary("handled");
            retry.whileDown("sending derived events", () -> send(derived));
            boundary("sent");
            outlets.metrics().handled(records, Duration.ofNanos(System.nanoTime() - start));
            batch.forEach(outlets.metrics()::aged);
            steps.forEach(Step::done);
        } finally {
            outlets.loop().rests();
            outlets.metrics().released(records);
        }
    }

    /** Where a step of this loop ends: at what is a crash point, for those loops that have them. */
    private void boundary(String step) {
        CrashPoint.of(outlets.loop().name() + '-' + step).ifPresent(CrashPoint::reached);
    }

    private Boolean send(List<ProducerRecord<String, byte[]>> derived) {
        outlets.producer().sendAll(outlets.deadLetters().toSend(derived));
        return true;
    }

    private Map<String, List<ConsumerRecord<String, byte[]>>> byLane(
            Iterable<ConsumerRecord<String, byte[]>> batch) {
        Map<String, List<ConsumerRecord<String, byte[]>>> lanes = new LinkedHashMap<>();
        for (ConsumerRecord<String, byte[]> input : batch) {
            lanes.computeIfAbsent(lane.ofRecord(input.key()), name -> new ArrayList<>()).add(input);
        }
        return lanes;
    }

    private List<ProducerRecord<String, byte[]>> handleAll(
            Collection<List<ConsumerRecord<String, byte[]>>> lanes, Queue<Step> steps) {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<ProducerRecord<String, byte[]>>>> running = new ArrayList<>();
            for (List<ConsumerRecord<String, byte[]>> records : lanes) {
                running.add(executor.submit(() -> handleLane(records, steps)));
            }
            List<ProducerRecord<String, byte[]>> derived = new ArrayList<>();
            for (Future<List<ProducerRecord<String, byte[]>>> each : running) {
                derived.addAll(await(each, executor));
            }
            return derived;
        }
    }

    private static <T> T await(Future<T> future, ExecutorService executor) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
            throw new StoppedException();
        } catch (ExecutionException e) {
            executor.shutdownNow();
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(e.getCause());
        }
    }

    private List<ProducerRecord<String, byte[]>> handleLane(
            List<ConsumerRecord<String, byte[]>> records, Queue<Step> steps) {
        concurrency.acquireUninterruptibly();
        try {
            List<ProducerRecord<String, byte[]>> derived = new ArrayList<>();
            for (ConsumerRecord<String, byte[]> input : records) {
                derived.addAll(handleTraced(input, steps));
                outlets.loop().turned();
            }
            return derived;
        } finally {
            concurrency.release();
        }
    }

    private List<ProducerRecord<String, byte[]>> handleTraced(
            ConsumerRecord<String, byte[]> input, Queue<Step> steps) {
        Step step = outlets.traces().goOn(outlets.loop().name(), input);
        try (RecordLog log = RecordLog.of(input, step.traceId())) {
            List<ProducerRecord<String, byte[]>> derived = handleOne(input, step);
            if (step.isTraced()) {
                derived.forEach(each -> step.passOn(each.headers()));
                steps.add(step);
            }
            return derived;
        }
    }

    private List<ProducerRecord<String, byte[]>> handleOne(
            ConsumerRecord<String, byte[]> input, Step step) {
        for (int attempt = 1; ; attempt++) {
            try {
                return retry.whileDown(
                        "handling a record of " + input.topic(), () -> handler.handle(input));
            } catch (RejectedException e) {
                step.rejected(e.reason());
                return List.of(reject(input, e));
            } catch (StoppedException e) {
                throw e;
            } catch (RuntimeException | StackOverflowError e) {
                LOG.errorf(
                        e,
                        "unknown failure, try %d of %d: key=%s offset=%d",
                        attempt,
                        TRIES,
                        input.key(),
                        input.offset());
                if (attempt == TRIES) {
                    step.rejected(UNKNOWN);
                    return List.of(reject(input, new RejectedException(UNKNOWN, e.toString())));
                }
            }
        }
    }

    private ProducerRecord<String, byte[]> reject(
            ConsumerRecord<String, byte[]> input, RejectedException cause) {
        outlets.metrics().rejected(cause.reason());
        LOG.warnf(
                "dead letter: reason=%s topic=%s partition=%d offset=%d key=%s",
                cause.reason(), input.topic(), input.partition(), input.offset(), input.key());
        return retry.whileDown(
                "keeping a dead letter", () -> outlets.deadLetters().of(input, cause));
    }

    private void infrastructureFailed() {
        outlets.metrics().infrastructureFailed();
        outlets.loop().turned();
    }
}
