package dev.pressline.local.deadletter;

import dev.pressline.local.watch.KafkaAccess;
import dev.pressline.local.watch.TopicWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Does something about dead letters and notes it, in this order and in batches: who is stopped
 * between does the last batch again, which changes nothing, since records bear versions and jobs
 * are idempotent. Not thread-safe.
 */
public final class LetterSender implements AutoCloseable {

    private static final int BATCH = 500;

    private final TopicWriter writer;
    private final Map<DeadLetter, Handling> batch = new LinkedHashMap<>();

    /** Sends to a cluster. */
    public LetterSender(KafkaAccess kafka) {
        this.writer = new TopicWriter(kafka);
    }

    /** Does this about a dead letter, at the latest when the sender is closed. */
    public void handle(DeadLetter letter, Handling handling) {
        batch.put(letter, handling);
        if (batch.size() >= BATCH) {
            flush();
        }
    }

    /** Does what is left; throws when a broker does not take it. */
    public void flush() {
        List<ProducerRecord<String, byte[]>> replays = new ArrayList<>();
        List<ProducerRecord<String, byte[]>> notes = new ArrayList<>();
        batch.forEach(
                (letter, handling) -> {
                    if (handling == Handling.REPLAYED) {
                        Replay.of(letter).ifPresent(replays::add);
                    }
                    notes.add(HandledLetters.note(letter, handling));
                });
        writer.send(replays);
        writer.send(notes);
        batch.clear();
    }

    @Override
    public void close() {
        writer.close();
    }
}
