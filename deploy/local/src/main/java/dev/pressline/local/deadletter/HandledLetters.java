package dev.pressline.local.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pressline.contract.event.Topics;
import dev.pressline.local.watch.KafkaAccess;
import dev.pressline.local.watch.TopicReader;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What was done about which dead letter: notes on {@code pressline.handled.v1}, since a record of a
 * queue cannot be taken out of it. Not thread-safe.
 */
final class HandledLetters {

    private final Map<String, Handling> handled = new HashMap<>();

    /** Reads all notes of a cluster. */
    static HandledLetters read(KafkaAccess kafka) {
        HandledLetters letters = new HandledLetters();
        TopicReader.read(
                kafka,
                List.of(Topics.HANDLED),
                note ->
                        letters.handled.put(
                                note.key(),
                                Handling.valueOf(
                                        new String(note.value(), UTF_8).toUpperCase(Locale.ROOT))));
        return letters;
    }

    /** What was done about a dead letter; empty when nothing was. */
    Optional<Handling> of(DeadLetter letter) {
        return Optional.ofNullable(handled.get(letter.at().toString()));
    }

    /** The note of what is done about a dead letter. */
    static ProducerRecord<String, byte[]> note(DeadLetter letter, Handling handling) {
        return new ProducerRecord<>(
                Topics.HANDLED, letter.at().toString(), handling.toString().getBytes(UTF_8));
    }
}
