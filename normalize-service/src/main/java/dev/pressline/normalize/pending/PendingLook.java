package dev.pressline.normalize.pending;

import dev.pressline.contract.event.EnvelopeHeaders;
import dev.pressline.kit.failure.RejectedException;
import dev.pressline.kit.kafka.EventProducer;
import dev.pressline.normalize.event.Look;
import dev.pressline.normalize.event.NormalizedEvents;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;

/**
 * One look at a pending document: its event is made anew from the raw record, and sent when
 * something has come of what was missing; the note of it follows when the broker has that.
 * Thread-safe.
 */
final class PendingLook {

    private static final Logger LOG = Logger.getLogger(PendingLook.class);

    private static final Outcome OVER = new Outcome(Optional.empty(), Optional.empty());

    private final NormalizedEvents events;
    private final EventProducer producer;

    PendingLook(NormalizedEvents events, EventProducer producer) {
        this.events = events;
        this.producer = producer;
    }

    /** A look that found out something: what to send, and how the document waits on. */
    private record Outcome(
            Optional<ProducerRecord<String, byte[]>> event, Optional<PendingDocument> next) {}

    /**
     * Looks at a document, given the record that stands at its coordinates. Throws {@link
     * dev.pressline.kit.failure.InfrastructureException} when store or broker are down; then
     * nothing is changed.
     */
    void look(PendingPartition.Due due, Optional<ConsumerRecord<String, byte[]>> raw) {
        Outcome outcome =
                raw.filter(record -> isIts(record, due)).map(r -> of(due, r)).orElse(OVER);
        due.home()
                .settle(
                        due,
                        () -> {
                            producer.sendAll(outcome.event().stream().toList());
                            producer.sendAll(List.of(note(due, outcome.next())));
                            return outcome.next();
                        });
    }

    /** Whether the record is the version that went out; else a newer one was handled on its own. */
    private static boolean isIts(ConsumerRecord<String, byte[]> raw, PendingPartition.Due due) {
        return due.key().equals(raw.key())
                && EnvelopeHeaders.text(raw.headers(), "ce_rev")
                        .equals(Optional.of(due.document().rev().value()));
    }

    private Outcome of(PendingPartition.Due due, ConsumerRecord<String, byte[]> raw) {
        try {
            NormalizedEvents.Made made =
                    events.make(raw, new Look(due.document().standing(), true));
            Optional<PendingDocument> next =
                    made.outlook().map(outlook -> due.document().lookedAt(outlook));
            boolean changed = next.filter(n -> n.state() == due.document().state()).isEmpty();
            return new Outcome(made.event().filter(event -> changed), next);
        } catch (RejectedException e) {
            LOG.warnf("a pending document is no longer one: key=%s %s", due.key(), e.getMessage());
            return OVER;
        }
    }

    private static ProducerRecord<String, byte[]> note(
            PendingPartition.Due due, Optional<PendingDocument> next) {
        return next.map(document -> PendingNotes.waiting(due.key(), document))
                .orElseGet(
                        () ->
                                PendingNotes.settled(
                                        due.key(), due.home().number(), due.document().offset()));
    }
}
