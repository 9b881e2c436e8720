package dev.pressline.normalize.stage;

import dev.pressline.kit.stage.RecordHandler;
import dev.pressline.normalize.event.Look;
import dev.pressline.normalize.event.NormalizedEvents;
import dev.pressline.normalize.pending.Handled;
import dev.pressline.normalize.pending.PendingDocuments;
import dev.pressline.normalize.verification.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What the stage does with one raw record: makes its event, and notes with it whether there is
 * reason to look at it again and which parts it is made of. A record that is a part has the
 * documents made anew that are made of it. Thread-safe.
 */
@ApplicationScoped
class NormalizeHandler implements RecordHandler {

    private final NormalizedEvents events;
    private final PartJoins joins;
    private final PendingDocuments pending;

    NormalizeHandler(NormalizedEvents events, PartJoins joins, PendingDocuments pending) {
        this.events = events;
        this.joins = joins;
        this.pending = pending;
    }

    @Override
    public List<ProducerRecord<String, byte[]>> handle(ConsumerRecord<String, byte[]> input) {
        Optional<Standing> before =
                pending.standing(String.valueOf(input.key()), input.partition());
        NormalizedEvents.Made made = events.make(input, new Look(before, false));
        joins.note(input, made);
        List<ProducerRecord<String, byte[]>> derived = new ArrayList<>(derived(input, made));
        for (PartJoins.Remade remade : joins.remade(input, made)) {
            derived.addAll(derived(remade.raw(), remade.made()));
        }
        return derived;
    }

    private List<ProducerRecord<String, byte[]>> derived(
            ConsumerRecord<String, byte[]> input, NormalizedEvents.Made made) {
        List<ProducerRecord<String, byte[]>> derived = new ArrayList<>();
        made.event().ifPresent(event -> derived.add(event));
        if (!derived.isEmpty()) {
            derived.addAll(pending.handled(handled(input, made)));
        }
        return derived;
    }

    private static Handled handled(
            ConsumerRecord<String, byte[]> input, NormalizedEvents.Made made) {
        return new Handled(
                input.key(), input.partition(), input.offset(), made.rev(), made.outlook());
    }
}
