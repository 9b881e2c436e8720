package dev.pressline.normalize.pending;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.pressline.contract.event.Topics;
import dev.pressline.contract.serde.ContractJson;
import java.io.IOException;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;

/** The records of {@code pressline.pending.v1}, written and read. Stateless. */
final class PendingNotes {

    private static final Logger LOG = Logger.getLogger(PendingNotes.class);

    private PendingNotes() {}

    /** Notes that a document waits. */
    static ProducerRecord<String, byte[]> waiting(String key, PendingDocument document) {
        return new ProducerRecord<>(Topics.PENDING, document.partition(), key, write(document));
    }

    /** Notes that a document waits no longer. */
    static ProducerRecord<String, byte[]> settled(String key, int partition) {
        return new ProducerRecord<>(Topics.PENDING, partition, key, null);
    }

    /** The document of a note; empty when it waits no longer, or the note is unreadable. */
    static Optional<PendingDocument> read(ConsumerRecord<String, byte[]> note) {
        if (note.value() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    ContractJson.mapper().readValue(note.value(), PendingDocument.class));
        } catch (IOException e) {
            LOG.errorf(
                    "an unreadable note is left out: topic=%s partition=%d offset=%d key=%s",
                    note.topic(), note.partition(), note.offset(), note.key());
            return Optional.empty();
        }
    }

    private static byte[] write(PendingDocument document) {
        try {
            return ContractJson.mapper().writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a note cannot be written", e);
        }
    }
}
