package dev.pressline.ingest.cursor;

import dev.pressline.contract.event.EnvelopeHeaders;
import dev.pressline.contract.event.EventType;
import dev.pressline.contract.event.Topics;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.contract.serde.UnreadableValueException;
import dev.pressline.ingest.source.RecordSource;
import dev.pressline.kit.failure.Backoff;
import dev.pressline.kit.failure.Retry;
import dev.pressline.kit.kafka.EventProducer;
import dev.pressline.kit.kafka.TopicReplay;
import dev.pressline.kit.store.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jboss.logging.Logger;

/**
 * The cursors of the sources, kept on a compacted topic; waits while the brokers are down.
 * Thread-safe.
 */
@ApplicationScoped
public class CursorStore {

    private static final Logger LOG = Logger.getLogger(CursorStore.class);
    private static final String SOURCE = "urn:pressline:ingest";

    private final EventProducer producer;
    private final TopicReplay replay;
    private final Retry retry = new Retry(Backoff.DEFAULT, () -> {});

    CursorStore(EventProducer producer, TopicReplay replay) {
        this.producer = producer;
        this.replay = replay;
    }

    /**
     * Moves the cursor of a source; to be called only when the brokers have everything before it.
     */
    public void save(RecordSource source, Cursor cursor) {
        byte[] value = ContractJson.write(Cursor.class, cursor);
        ProducerRecord<String, byte[]> event =
                new ProducerRecord<>(
                        Topics.CURSORS, null, source.id(), value, headers(source, value));
        retry.whileDown(
                "moving a cursor",
                () -> {
                    producer.sendAll(List.of(event));
                    return true;
                });
    }

    /** The last cursor of every source, by its id; unreadable ones are left out and logged. */
    public Map<String, Cursor> load() {
        Map<String, byte[]> values =
                retry.whileDown("reading the cursors", () -> replay.lastValues(Topics.CURSORS));
        Map<String, Cursor> cursors = new LinkedHashMap<>();
        values.forEach(
                (source, value) ->
                        read(source, value).ifPresent(cursor -> cursors.put(source, cursor)));
        return cursors;
    }

    private static Headers headers(RecordSource source, byte[] cursor) {
        String id = source.id() + '#' + Sha256.hex(cursor);
        return EnvelopeHeaders.write(EventType.CURSOR, SOURCE, id, source.id());
    }

    private static Optional<Cursor> read(String source, byte[] value) {
        try {
            return Optional.of(ContractJson.read(Cursor.class, value));
        } catch (UnreadableValueException e) {
            LOG.warnf("the cursor of %s is unreadable, it begins anew: %s", source, e.getMessage());
            return Optional.empty();
        }
    }
}
