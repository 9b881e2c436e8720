package dev.pressline.ingest.publish;

import dev.pressline.contract.event.DeadLetterHeaders;
import dev.pressline.contract.event.Envelope;
import dev.pressline.contract.event.EnvelopeHeaders;
import dev.pressline.contract.event.EventType;
import dev.pressline.contract.event.Operation;
import dev.pressline.contract.event.Topics;
import dev.pressline.contract.event.Verification;
import dev.pressline.contract.identifier.Cid;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.ingest.row.Row;
import dev.pressline.ingest.row.RowParser;
import dev.pressline.ingest.source.RecordSource;
import dev.pressline.kit.failure.Backoff;
import dev.pressline.kit.failure.Retry;
import dev.pressline.kit.kafka.EventProducer;
import dev.pressline.kit.store.LargeValues;
import dev.pressline.kit.store.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Publishes raw records and dead letters; returns only when the brokers have them, however long
 * broker or store are down. Thread-safe.
 */
@ApplicationScoped
public class RawPublisher {

    /** The dead-letter queue of ingest. */
    public static final String DEAD_LETTERS = Topics.deadLetters(Topics.RAW, "ingest");

    private final EventProducer producer;
    private final LargeValues largeValues;
    private final Retry retry;
    private final String version;

    RawPublisher(
            EventProducer producer,
            LargeValues largeValues,
            IngestMetrics metrics,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.retry = new Retry(Backoff.DEFAULT, metrics::infrastructureFailed);
        this.producer = producer;
        this.largeValues = largeValues;
        this.version = version;
    }

    /** Sends all and waits, for ever if need be, until the brokers have them. */
    void publish(List<ProducerRecord<String, byte[]>> events) {
        retry.whileDown(
                "publishing raw records",
                () -> {
                    producer.sendAll(events);
                    return true;
                });
    }

    /** The event of a record, a deletion or the state of an account. */
    ProducerRecord<String, byte[]> event(Row.Accepted row, RecordSource source) {
        Headers headers = EnvelopeHeaders.write(envelope(row, source));
        String key = row.key().text();
        return switch (row) {
            case Row.Put put -> value(Topics.RAW, key, put.json(), headers);
            case Row.Delete delete -> new ProducerRecord<>(Topics.RAW, null, key, null, headers);
            case Row.Account account -> value(Topics.RAW, key, account.json(), headers);
        };
    }

    /**
     * The dead letter of a row that can never be a record, with its bytes as received; what is
     * larger than a row was never held and is cut there.
     */
    ProducerRecord<String, byte[]> deadLetter(Row.Rejected row, byte[] bytes, RecordSource source) {
        Headers headers = new RecordHeaders();
        EnvelopeHeaders.add(headers, DeadLetterHeaders.REASON, row.reason().label());
        EnvelopeHeaders.add(headers, DeadLetterHeaders.CAUSE, row.message());
        EnvelopeHeaders.add(headers, "dead-letter-field", row.field());
        EnvelopeHeaders.add(headers, "ce_source", source.id());
        EnvelopeHeaders.add(headers, DeadLetterHeaders.STAGE, IngestMetrics.STAGE);
        EnvelopeHeaders.add(headers, DeadLetterHeaders.VERSION, version);
        boolean whole = bytes.length <= RowParser.MAX_ROW;
        EnvelopeHeaders.add(headers, "pressline_truncated", Boolean.toString(!whole));
        byte[] kept = whole ? bytes : Arrays.copyOf(bytes, RowParser.MAX_ROW);
        return value(DEAD_LETTERS, source.id() + '#' + Sha256.hex(bytes), kept, headers);
    }

    private ProducerRecord<String, byte[]> value(
            String topic, String key, byte[] value, Headers headers) {
        return retry.whileDown(
                "keeping a large value", () -> largeValues.record(topic, key, value, headers));
    }

    private static Envelope envelope(Row.Accepted row, RecordSource source) {
        return new Envelope(
                EventType.RAW,
                source.id(),
                row.key(),
                row.rev(),
                cid(row),
                operation(row),
                source.origin(),
                verification(row),
                written(row.rev()),
                Optional.empty());
    }

    private static Optional<Cid> cid(Row.Accepted row) {
        return switch (row) {
            case Row.Put put -> put.cid();
            case Row.Delete delete -> Optional.empty();
            case Row.Account account -> Optional.empty();
        };
    }

    private static Operation operation(Row.Accepted row) {
        return switch (row) {
            case Row.Put put -> Operation.PUT;
            case Row.Account account -> Operation.PUT;
            case Row.Delete delete -> Operation.DELETE;
        };
    }

    private static Verification verification(Row.Accepted row) {
        return switch (row) {
            case Row.Put put -> put.check().verification();
            case Row.Delete delete -> Verification.NONE;
            case Row.Account account -> Verification.NONE;
        };
    }

    private static Optional<Instant> written(Tid rev) {
        return rev.micros() == 0 ? Optional.empty() : Optional.of(rev.instant());
    }
}
