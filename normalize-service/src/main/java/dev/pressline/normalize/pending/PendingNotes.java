package dev.pressline.normalize.pending;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.event.EnvelopeHeaders;
import dev.pressline.contract.event.EventKey;
import dev.pressline.contract.event.Topics;
import dev.pressline.contract.identifier.InvalidIdentifierException;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.normalize.verification.Standing;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;

/** The records of {@code pressline.pending.v1}, written and read. Stateless. */
final class PendingNotes {

    private static final Logger LOG = Logger.getLogger(PendingNotes.class);
    private static final String PUT_OFF = "putOff";

    /** The header of a tombstone that says which raw record was done with it. */
    private static final String PLACE = "pressline_raw_offset";

    private PendingNotes() {}

    /** The note of a record that was put off, which lies under its key. */
    private record PutOffValue(
            boolean putOff,
            int partition,
            long offset,
            Tid rev,
            Instant since,
            Optional<Standing> standing) {

        static PutOffValue of(PutOff record) {
            return new PutOffValue(
                    true,
                    record.partition(),
                    record.offset(),
                    record.rev(),
                    record.since(),
                    record.standing());
        }

        PutOff of(String key) {
            EventKey.parse(key);
            return new PutOff(key, partition, offset, rev, since, standing);
        }
    }

    /** Notes that a document waits. */
    static ProducerRecord<String, byte[]> waiting(String key, PendingDocument document) {
        return new ProducerRecord<>(Topics.PENDING, document.partition(), key, write(document));
    }

    /** Notes that a record was put off. */
    static ProducerRecord<String, byte[]> putOff(PutOff record) {
        return new ProducerRecord<>(
                Topics.PENDING, record.partition(), record.key(), write(PutOffValue.of(record)));
    }

    /** Notes that a key waits no longer, since the raw record at this offset was handled. */
    static ProducerRecord<String, byte[]> settled(String key, int partition, long offset) {
        ProducerRecord<String, byte[]> note =
                new ProducerRecord<>(Topics.PENDING, partition, key, null);
        EnvelopeHeaders.add(note.headers(), PLACE, Long.toString(offset));
        return note;
    }

    /** The offset of a tombstone's raw record; beyond all others where it does not say. */
    static long settledPlace(ConsumerRecord<String, byte[]> note) {
        try {
            return EnvelopeHeaders.text(note.headers(), PLACE)
                    .map(Long::parseLong)
                    .orElse(Long.MAX_VALUE);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    /** What a note says; empty when its key waits no longer, or it is unreadable. */
    static Optional<Note> read(ConsumerRecord<String, byte[]> note) {
        if (note.value() == null) {
            return Optional.empty();
        }
        try {
            JsonNode json = ContractJson.mapper().readTree(note.value());
            return json.isObject() ? Optional.of(read(note.key(), json)) : Optional.empty();
        } catch (IOException | InvalidIdentifierException e) {
            LOG.errorf(
                    "an unreadable note is left out: topic=%s partition=%d offset=%d key=%s",
                    note.topic(), note.partition(), note.offset(), note.key());
            return Optional.empty();
        }
    }

    private static Note read(String key, JsonNode json) throws IOException {
        return json.path(PUT_OFF).asBoolean()
                ? ContractJson.mapper().treeToValue(json, PutOffValue.class).of(key)
                : ContractJson.mapper().treeToValue(json, PendingDocument.class);
    }

    private static byte[] write(Object value) {
        try {
            return ContractJson.mapper().writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a note cannot be written", e);
        }
    }
}
