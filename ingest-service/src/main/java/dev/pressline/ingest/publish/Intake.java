package dev.pressline.ingest.publish;

import dev.pressline.contract.identifier.Did;
import dev.pressline.ingest.repos.KnownRepos;
import dev.pressline.ingest.row.RefusedSubjects;
import dev.pressline.ingest.row.Row;
import dev.pressline.ingest.source.RecordSource;
import dev.pressline.kit.crash.CrashPoint;
import dev.pressline.kit.trace.Step;
import dev.pressline.kit.trace.Traces;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Takes the rows of one source in and publishes them a batch at a time, so that their number never
 * matters. With the first record of a repository goes the note that it is known. Blocks while
 * broker or store are down. Not thread-safe.
 */
public final class Intake {

    private static final int BATCH = 200;
    private static final long BATCH_BYTES = 8L * 1024 * 1024;

    private final RawPublisher publisher;
    private final IngestMetrics metrics;
    private final Traces traces;
    private final KnownRepos known;
    private final RefusedSubjects refused;
    private final RecordSource source;
    private final Set<Did> newlyKnown = new LinkedHashSet<>();
    private final List<ProducerRecord<String, byte[]>> batch = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final IntakeTally tally = new IntakeTally();
    private long batchBytes;

    Intake(
            RawPublisher publisher,
            IngestMetrics metrics,
            Traces traces,
            KnownRepos known,
            RefusedSubjects refused,
            RecordSource source) {
        this.publisher = publisher;
        this.metrics = metrics;
        this.traces = traces;
        this.known = known;
        this.refused = refused;
        this.source = source;
    }

    /**
     * Takes a row in; {@code line} counts from 1, {@code bytes} are those of the row. Returns
     * whether it filled a batch, so that everything taken in so far is now with the brokers.
     */
    public boolean take(long line, Row row, byte[] bytes) {
        if (row instanceof Row.Accepted accepted && refused.contains(accepted.key())) {
            metrics.refused();
            tally.skip();
            return false;
        }
        metrics.count(row);
        switch (row) {
            case Row.Accepted accepted -> accept(accepted, bytes.length);
            case Row.Unwanted unwanted -> tally.skip();
            case Row.Rejected no -> reject(line, no, bytes);
        }
        boolean isFull = batch.size() >= BATCH || batchBytes >= BATCH_BYTES;
        if (isFull) {
            flush();
        }
        return isFull;
    }

    private void accept(Row.Accepted row, long bytes) {
        if (row instanceof Row.Put put && !known.contains(put.uri().did())) {
            newlyKnown.add(put.uri().did());
        }
        ProducerRecord<String, byte[]> event = publisher.event(row, source);
        Step step = traces.begin(IngestMetrics.STAGE, event);
        if (step.isTraced()) {
            step.passOn(event.headers());
            steps.add(step);
        }
        add(event, bytes);
        tally.accept();
    }

    private void reject(long line, Row.Rejected row, byte[] bytes) {
        if (source.deadLetters()) {
            add(publisher.deadLetter(row, bytes, source), bytes.length);
            metrics.deadLettered(row.reason());
        }
        tally.reject(line, row, source.deadLetters());
    }

    private void add(ProducerRecord<String, byte[]> event, long bytes) {
        batch.add(event);
        batchBytes += bytes;
    }

    /** Returns when the brokers have everything taken in so far. */
    public void flush() {
        if (!batch.isEmpty()) {
            List<ProducerRecord<String, byte[]>> events = new ArrayList<>();
            newlyKnown.forEach(did -> events.add(known.note(did)));
            events.addAll(batch);
            CrashPoint.INGEST_READ.reached();
            metrics.sending(events, () -> publisher.publish(events));
            CrashPoint.INGEST_SENT.reached();
            steps.forEach(Step::done);
            steps.clear();
            known.noted(newlyKnown);
            newlyKnown.clear();
            batch.clear();
            batchBytes = 0;
        }
    }

    /** What became of the rows so far; true of them all only after {@link #flush}. */
    public IntakeTally tally() {
        return tally;
    }
}
