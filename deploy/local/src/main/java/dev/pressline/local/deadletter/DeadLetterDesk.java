package dev.pressline.local.deadletter;

import dev.pressline.contract.event.Generation;
import dev.pressline.contract.event.Topics;
import dev.pressline.local.watch.KafkaAccess;
import dev.pressline.local.watch.TopicReader;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The dead letters of a generation, and what was done about them until it was opened. Not
 * thread-safe.
 */
public final class DeadLetterDesk {

    private final KafkaAccess kafka;
    private final Generation generation;
    private final HandledLetters handled;
    private Optional<LaterJobs> jobs = Optional.empty();

    private DeadLetterDesk(KafkaAccess kafka, Generation generation, HandledLetters handled) {
        this.kafka = kafka;
        this.generation = generation;
        this.handled = handled;
    }

    /** Reads what was done. */
    public static DeadLetterDesk open(KafkaAccess kafka, Generation generation) {
        return new DeadLetterDesk(kafka, generation, HandledLetters.read(kafka));
    }

    /** Hands over each dead letter of a selection with what was done about it. */
    public void visit(Selection selection, BiConsumer<DeadLetter, Optional<Handling>> visitor) {
        TopicReader.read(
                kafka,
                Topics.DEAD_LETTERS.stream().map(generation::topic).toList(),
                received -> {
                    DeadLetter letter = DeadLetter.of(received);
                    if (selection.includes(letter)) {
                        visitor.accept(letter, handled.of(letter));
                    }
                });
    }

    /**
     * What replaying a dead letter comes to; empty when it cannot be, since it does not say where
     * it was read.
     */
    public Optional<Handling> replaying(DeadLetter letter) {
        return letter.origin()
                .map(
                        origin ->
                                origin.topic().equals(generation.topic(Topics.JOBS))
                                                && jobs().supersede(letter)
                                        ? Handling.SUPERSEDED
                                        : Handling.REPLAYED);
    }

    private LaterJobs jobs() {
        LaterJobs read = jobs.orElseGet(() -> LaterJobs.read(kafka, generation));
        jobs = Optional.of(read);
        return read;
    }
}
