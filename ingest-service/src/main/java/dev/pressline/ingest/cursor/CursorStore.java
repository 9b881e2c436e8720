package dev.pressline.ingest.cursor;

import dev.pressline.contract.event.DidPartitioner;
import dev.pressline.contract.event.EnvelopeHeaders;
import dev.pressline.contract.event.EventType;
import dev.pressline.contract.event.Topics;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.ingest.source.RecordSource;
import dev.pressline.kit.failure.Backoff;
import dev.pressline.kit.failure.Retry;
import dev.pressline.kit.kafka.EventProducer;
import dev.pressline.kit.kafka.TopicReplay;
import dev.pressline.kit.store.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;

/**
 * The cursors of the sources, kept on a compacted topic; waits while the brokers are down.
 * Thread-safe.
 */
@ApplicationScoped
public class CursorStore {

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
        saveAll(Map.of(source, cursor));
    }

    /** The same for many sources at once. */
    public void saveAll(Map<? extends RecordSource, ? extends Cursor> cursors) {
        List<ProducerRecord<String, byte[]>> events = new ArrayList<>(cursors.size());
        cursors.forEach((source, cursor) -> events.add(event(source, cursor)));
        send(events);
    }

    private static ProducerRecord<String, byte[]> event(RecordSource source, Cursor cursor) {
        byte[] value = ContractJson.write(Cursor.class, cursor);
        return new ProducerRecord<>(
                Topics.CURSORS, null, source.id(), value, headers(source, value));
    }

    private void send(List<ProducerRecord<String, byte[]>> events) {
        retry.whileDown(
                "moving a cursor",
                () -> {
                    producer.sendAll(events);
                    return true;
                });
    }

    /** Forgets the cursor of a source that is done with. */
    public void remove(RecordSource source) {
        byte[] nothing = {};
        send(
                List.of(
                        new ProducerRecord<>(
                                Topics.CURSORS,
                                null,
                                source.id(),
                                null,
                                headers(source, nothing))));
    }

    /** The cursors that partitions of the topic hold, to their ends, by source id. */
    public Map<String, Cursor> load(Collection<Integer> partitions) {
        List<TopicPartition> places =
                partitions.stream().map(p -> new TopicPartition(Topics.CURSORS, p)).toList();
        return retry.whileDown(
                "reading the cursors",
                () -> {
                    CursorFold fold = new CursorFold();
                    replay.replay(places, event -> fold.see(event.key(), event.value()));
                    return fold.cursors();
                });
    }

    /** The partition of the topic that holds the cursor of a source. */
    public int partition(RecordSource source) {
        int partitions =
                retry.whileDown(
                        "looking up the cursors' topic", () -> producer.partitions(Topics.CURSORS));
        return DidPartitioner.partition(source.id(), partitions);
    }

    /** What a value of the topic says, or empty where it is unreadable. */
    public static Optional<Cursor> read(String source, byte[] value) {
        return CursorFold.read(source, value);
    }

    private static Headers headers(RecordSource source, byte[] cursor) {
        String id = source.id() + '#' + Sha256.hex(cursor);
        return EnvelopeHeaders.write(EventType.CURSOR, SOURCE, id, source.id());
    }
}
