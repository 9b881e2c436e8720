package dev.pressline.ingest.http;

import dev.pressline.contract.event.Origin;
import dev.pressline.ingest.http.PushAnswer.RejectedRow;
import dev.pressline.ingest.publish.IngestMetrics;
import dev.pressline.ingest.publish.RawPublisher;
import dev.pressline.ingest.row.Row;
import dev.pressline.ingest.row.RowParser;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Takes a pushed stream of rows in, a batch at a time, so that its length never matters.
 * Thread-safe.
 */
@ApplicationScoped
public class Push {

    private static final int BATCH = 200;
    private static final long BATCH_BYTES = 8L * 1024 * 1024;
    private static final int MAX_REPORTED = 100;

    private final RowParser parser;
    private final RawPublisher publisher;
    private final IngestMetrics metrics;

    Push(RowParser parser, RawPublisher publisher, IngestMetrics metrics) {
        this.parser = parser;
        this.publisher = publisher;
        this.metrics = metrics;
    }

    /**
     * One push.
     *
     * @param body the bytes
     * @param lines whether each line is a row; otherwise the whole body is one
     * @param origin where the records come from; imports dead-letter what is rejected
     * @param source names the source in the envelope
     */
    public record Request(InputStream body, boolean lines, Origin origin, String source) {}

    /** Takes everything in; returns when the brokers have it. */
    public PushAnswer take(Request request) throws IOException {
        Intake intake = new Intake(request);
        if (request.lines()) {
            NdjsonLines lines = new NdjsonLines(request.body());
            for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
                intake.take(lines.number(), line.get());
            }
        } else {
            intake.take(1, request.body().readNBytes(RowParser.MAX_ROW + 1));
        }
        return intake.finish();
    }

    private final class Intake {

        private final Request request;
        private final String source;
        private final List<ProducerRecord<String, byte[]>> batch = new ArrayList<>();
        private final List<RejectedRow> rejected = new ArrayList<>();
        private long batchBytes;
        private long accepted;
        private long skipped;
        private long deadLettered;

        Intake(Request request) {
            this.request = request;
            this.source = "urn:pressline:" + request.origin().text() + ':' + request.source();
        }

        void take(long line, byte[] bytes) {
            Row row = parser.parse(bytes);
            metrics.count(row);
            switch (row) {
                case Row.Put put ->
                        accept(publisher.put(put, request.origin(), source), put.json().length);
                case Row.Delete delete ->
                        accept(publisher.delete(delete, request.origin(), source), 0);
                case Row.Unwanted unwanted -> skipped++;
                case Row.Rejected no -> reject(line, no, bytes);
            }
        }

        private void accept(ProducerRecord<String, byte[]> event, long bytes) {
            accepted++;
            add(event, bytes);
        }

        private void reject(long line, Row.Rejected row, byte[] bytes) {
            if (rejected.size() < MAX_REPORTED) {
                rejected.add(
                        new RejectedRow(line, row.reason().label(), row.field(), row.message()));
            }
            if (request.origin() == Origin.IMPORT) {
                deadLettered++;
                add(publisher.deadLetter(row, bytes, source), 0);
            }
        }

        private void add(ProducerRecord<String, byte[]> event, long bytes) {
            batch.add(event);
            batchBytes += bytes;
            if (batch.size() >= BATCH || batchBytes >= BATCH_BYTES) {
                flush();
            }
        }

        private void flush() {
            publisher.publish(List.copyOf(batch));
            batch.clear();
            batchBytes = 0;
        }

        PushAnswer finish() {
            flush();
            return new PushAnswer(accepted, skipped, deadLettered, rejected);
        }
    }
}
