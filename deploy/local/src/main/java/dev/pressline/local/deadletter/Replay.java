package dev.pressline.local.deadletter;

import dev.pressline.local.deadletter.DeadLetter.Place;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Makes a dead letter the record again that it was. Pure. */
final class Replay {

    private Replay() {}

    /**
     * The record that a dead letter was, for the partition where it was read, so that an account
     * stays in order; empty where the letter does not say where that was.
     */
    static Optional<ProducerRecord<String, byte[]>> of(DeadLetter letter) {
        return letter.origin().map(origin -> record(letter, origin));
    }

    private static ProducerRecord<String, byte[]> record(DeadLetter letter, Place origin) {
        return new ProducerRecord<>(
                origin.topic(),
                origin.partition(),
                letter.key(),
                letter.value().orElse(null),
                letter.headers());
    }
}
