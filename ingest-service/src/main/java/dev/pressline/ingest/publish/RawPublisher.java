package dev.pressline.ingest.publish;

import dev.pressline.contract.event.Envelope;
import dev.pressline.contract.event.EnvelopeHeaders;
import dev.pressline.contract.event.EventKey;
import dev.pressline.contract.event.EventType;
import dev.pressline.contract.event.Operation;
import dev.pressline.contract.event.Origin;
import dev.pressline.contract.event.Topics;
import dev.pressline.contract.event.Verification;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Cid;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.ingest.row.Row;
import dev.pressline.kit.kafka.EventProducer;
import dev.pressline.kit.stage.Backoff;
import dev.pressline.kit.stage.Retry;
import dev.pressline.kit.store.LargeValues;
import dev.pressline.kit.store.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Publishes raw records and, for imports, dead letters; returns only when the brokers have them.
 * Thread-safe.
 */
@ApplicationScoped
public class RawPublisher {

    private static final int MAX_DEAD_LETTER_VALUE = 64 * 1024;
    private static final String DEAD_LETTERS = Topics.deadLetters(Topics.RAW, "ingest");

    private final EventProducer producer;
    private final LargeValues largeValues;
    private final Retry retry = new Retry(Backoff.DEFAULT, () -> {});

    RawPublisher(EventProducer producer, LargeValues largeValues) {
        this.producer = producer;
        this.largeValues = largeValues;
    }

    /** Sends all and waits, for ever if need be, until the brokers have them. */
    public void publish(List<ProducerRecord<String, byte[]>> events) {
        retry.whileDown(
                "publishing raw records",
                () -> {
                    producer.sendAll(events);
                    return true;
                });
    }

    /** The event of a record. */
    public ProducerRecord<String, byte[]> put(Row.Put row, Origin origin, String source) {
        Headers headers =
                EnvelopeHeaders.write(
                        envelope(
                                row.uri(),
                                row.rev(),
                                row.cid(),
                                Operation.PUT,
                                origin,
                                row.verification(),
                                source));
        return retry.whileDown(
                "keeping a large value",
                () -> largeValues.record(Topics.RAW, row.uri().toString(), row.json(), headers));
    }

    /** The event of a deletion. */
    public ProducerRecord<String, byte[]> delete(Row.Delete row, Origin origin, String source) {
        Headers headers =
                EnvelopeHeaders.write(
                        envelope(
                                row.uri(),
                                row.rev(),
                                Optional.empty(),
                                Operation.DELETE,
                                origin,
                                Verification.NONE,
                                source));
        return new ProducerRecord<>(Topics.RAW, null, row.uri().toString(), null, headers);
    }

    /** The dead letter of a row that can never be a record; its value is cut at 64 KiB. */
    public ProducerRecord<String, byte[]> deadLetter(
            Row.Rejected row, byte[] bytes, String source) {
        Headers headers = new RecordHeaders();
        EnvelopeHeaders.add(headers, "dead-letter-reason", row.reason().label());
        EnvelopeHeaders.add(headers, "dead-letter-cause", row.message());
        EnvelopeHeaders.add(headers, "dead-letter-field", row.field());
        EnvelopeHeaders.add(headers, "ce_source", source);
        EnvelopeHeaders.add(headers, "pressline_stage", "ingest");
        byte[] value =
                bytes.length <= MAX_DEAD_LETTER_VALUE
                        ? bytes
                        : java.util.Arrays.copyOf(bytes, MAX_DEAD_LETTER_VALUE);
        return new ProducerRecord<>(
                DEAD_LETTERS, null, source + '#' + Sha256.hex(bytes), value, headers);
    }

    private static Envelope envelope(
            AtUri uri,
            Tid rev,
            Optional<Cid> cid,
            Operation operation,
            Origin origin,
            Verification verification,
            String source) {
        Optional<Instant> written =
                rev.micros() == 0 ? Optional.empty() : Optional.of(rev.instant());
        return new Envelope(
                EventType.RAW,
                source,
                new EventKey.OfRecord(uri),
                rev,
                cid,
                operation,
                origin,
                verification,
                written,
                Optional.empty());
    }
}
