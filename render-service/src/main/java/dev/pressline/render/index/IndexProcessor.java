package dev.pressline.render.index;

import dev.pressline.contract.event.Envelope;
import dev.pressline.contract.event.EnvelopeHeaders;
import dev.pressline.contract.event.EventKey;
import dev.pressline.contract.event.EventType;
import dev.pressline.contract.event.InvalidEnvelopeException;
import dev.pressline.contract.event.Operation;
import dev.pressline.contract.event.VersionGuard;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.contract.serde.UnreadableValueException;
import dev.pressline.kit.crash.CrashPoint;
import dev.pressline.kit.failure.Backoff;
import dev.pressline.kit.failure.Retry;
import dev.pressline.kit.health.LoopMonitor;
import dev.pressline.kit.store.LargeValues;
import dev.pressline.kit.trace.Traces;
import dev.pressline.render.job.PressProgress;
import dev.pressline.render.job.PrintJob;
import dev.pressline.render.job.Subscribed;
import dev.pressline.render.job.SubscriptionKey;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Feeds an {@link AccountIndex} with the events of one partition, and has its jobs printed in short
 * intervals.
 */
final class IndexProcessor implements Processor<String, byte[], String, byte[]> {

    private final Surroundings surroundings;
    private final ProcessorContext<String, byte[]> context;
    private final AccountIndex index;
    private final Retry retry;
    private final JobSink jobs;
    private final Pace pace;
    private final Causes causes;
    private final Unfinished unfinished;
    private long swept;

    /**
     * What the processors of the index share; {@code waits} says how often they look what to print,
     * and how long that may wait, {@code lateness} how far the press is behind, {@code stillness}
     * whether anything is going on, {@code press} what that of this process is at.
     */
    record Surroundings(
            LargeValues largeValues,
            PendingWork pending,
            IndexMetrics metrics,
            Traces traces,
            LoopMonitor.Loop loop,
            Pace.Waits waits,
            Lateness lateness,
            Stillness stillness,
            PressProgress press) {

        /** The pace of a processor that begins at {@code now}, in milliseconds. */
        Pace pace(long now) {
            return new Pace(waits, lateness, stillness, now);
        }

        /** How many chapters a processor prints at a look. */
        ChapterAllowance chapters() {
            return new ChapterAllowance(press);
        }

        /** What a part of a task has not finished; the part is named by what follows the task. */
        Unfinished unfinished(ProcessorContext<String, byte[]> context, String part) {
            return new Unfinished(context, pending, part);
        }

        /** How a processor waits for the store: its loop goes on turning. */
        Retry retry() {
            return new Retry(Backoff.DEFAULT, loop::turned);
        }

        /** What sends the jobs of a processor to a sink, as late as its pace says. */
        JobSink jobs(ProcessorContext<String, byte[]> context, String sink, Pace pace) {
            return jobs(context, sink, pace, job -> Optional.empty());
        }

        /** The same, telling of what each was given for. */
        JobSink jobs(
                ProcessorContext<String, byte[]> context,
                String sink,
                Pace pace,
                Function<PrintJob, Optional<Cause>> causes) {
            return new JobSink(context, largeValues, retry(), sink, pace, causes);
        }
    }

    IndexProcessor(Surroundings surroundings, ProcessorContext<String, byte[]> context) {
        this.surroundings = surroundings;
        this.context = context;
        this.retry = surroundings.retry();
        this.pace = surroundings.pace(context.currentSystemTimeMs());
        AccountIndex.Stores stores = stores(context);
        this.causes = new Causes(stores.marks());
        this.jobs = surroundings.jobs(context, IndexTopology.JOBS, pace, this::cause);
        this.index = new AccountIndex(stores, surroundings.chapters());
        context.schedule(
                surroundings.waits().interval(), PunctuationType.WALL_CLOCK_TIME, time -> look());
        this.unfinished = surroundings.unfinished(context, "");
    }

    private AccountIndex.Stores stores(ProcessorContext<String, byte[]> context) {
        SortedStore all = new KafkaSortedStore(context.getStateStore(IndexTopology.ACCOUNTS));
        return new AccountIndex.Stores(
                new Compartment(all, 'v'),
                new ReferringStore(new Compartment(all, 'r'), surroundings.largeValues(), retry),
                new Compartment(all, 'o'),
                new Compartment(all, 'p'),
                new MirroredStore(new Compartment(all, 'm'), AccountIndex.WAITING));
    }

    @Override
    public void process(Record<String, byte[]> input) {
        surroundings.metrics().timed(() -> take(input));
    }

    private void take(Record<String, byte[]> input) {
        try {
            Envelope envelope =
                    EnvelopeHeaders.read(
                            String.valueOf(input.key()), input.headers(), input.value() != null);
            Optional<byte[]> value =
                    retry.whileDown(
                            "fetching a large value",
                            () -> surroundings.largeValues().value(input.value(), input.headers()));
            VersionGuard.Version version =
                    new VersionGuard.Version(
                            envelope.rev(), envelope.operation() == Operation.DELETE);
            CrashPoint.RENDER_INDEX_READ.reached();
            AccountIndex.Outcome outcome = index.apply(envelope.key(), version, value);
            CrashPoint.RENDER_INDEX_APPLIED.reached();
            surroundings.metrics().count(outcome);
            switch (outcome) {
                case CHANGED -> {
                    note(envelope.key(), input);
                    changed(input);
                }
                case IMPROVED -> changed(input);
                case UNCHANGED, STALE -> {}
            }
        } catch (InvalidEnvelopeException e) {
            deadLetter(input, IndexMetrics.INVALID_ENVELOPE, e);
        } catch (UnreadableValueException e) {
            deadLetter(input, IndexMetrics.UNREADABLE_VALUE, e);
        }
    }

    private Optional<Cause> cause(PrintJob job) {
        Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
        return causes.take(job).map(cause -> cause.passed(surroundings.traces(), now));
    }

    private void note(EventKey key, Record<String, byte[]> input) {
        if (key instanceof EventKey.OfRecord(AtUri uri)
                && RecordKind.of(uri) == RecordKind.DOCUMENT) {
            causes.note(uri, Cause.of(input.headers(), context.currentSystemTimeMs()));
        }
    }

    private void changed(Record<String, byte[]> input) {
        long now = context.currentSystemTimeMs();
        pace.arrived(now, input.timestamp());
        unfinished.marked();
        if (pace.isTimeOnArrival(now)) {
            flush(Extent.PAGES);
        }
    }

    private void deadLetter(Record<String, byte[]> input, String reason, RuntimeException cause) {
        surroundings.metrics().rejected(reason);
        EnvelopeHeaders.add(input.headers(), "dead-letter-reason", reason);
        EnvelopeHeaders.add(
                input.headers(), "dead-letter-cause", String.valueOf(cause.getMessage()));
        EnvelopeHeaders.add(input.headers(), "pressline_stage", "render-index");
        context.forward(input, IndexTopology.DEAD_LETTERS);
    }

    private void look() {
        surroundings.loop().turned();
        unfinished.looked();
        if (pace.isMarked()) {
            flush(pace.extent(context.currentSystemTimeMs()));
        }
    }

    private void flush(Extent extent) {
        boolean isSomethingLeft = index.flush(extent, jobs);
        index.handOn(this::handOn);
        CrashPoint.RENDER_INDEX_PRINTED.reached();
        pace.flushed(isSomethingLeft);
        surroundings.metrics().swept(task(), index.sweeps(), index.swept() - swept);
        swept = index.swept();
        unfinished.printed(isSomethingLeft);
    }

    /** Tells the partition of the lists of a subscription. */
    private void handOn(AtUri uri, Optional<Subscribed> subscribed) {
        String key = new SubscriptionKey(uri).text();
        String id = key + '#' + context.currentSystemTimeMs();
        context.forward(
                new Record<>(
                        key,
                        subscribed
                                .map(each -> ContractJson.write(Subscribed.class, each))
                                .orElse(null),
                        pace.since(),
                        EnvelopeHeaders.write(EventType.FEED, IndexTopology.SOURCE, id, key)),
                IndexTopology.SUBSCRIPTIONS);
    }

    private String task() {
        return context.taskId().toString();
    }

    @Override
    public void close() {
        unfinished.end();
        surroundings.metrics().forget(task());
    }
}
