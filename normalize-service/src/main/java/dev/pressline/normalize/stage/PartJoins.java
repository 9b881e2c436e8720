package dev.pressline.normalize.stage;

import dev.pressline.contract.event.EventKey;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Nsid;
import dev.pressline.kit.failure.RejectedException;
import dev.pressline.kit.store.LargeValues;
import dev.pressline.normalize.core.Normalizer;
import dev.pressline.normalize.event.Look;
import dev.pressline.normalize.event.NormalizedEvents;
import dev.pressline.normalize.part.PartStore;
import dev.pressline.normalize.part.RawPlace;
import dev.pressline.normalize.pending.RawSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Joins documents with their parts, whichever comes first. All records of an account are handled in
 * order, so that a part finds the documents before it, and a document the parts before it; and what
 * is made anew is always the newest version of a document that was handled. Thread-safe.
 */
final class PartJoins {

    private static final Logger LOG = Logger.getLogger(PartJoins.class);
    private static final Nsid DOCUMENTS = Nsid.parse("site.standard.document");

    private final PartStore parts;
    private final NormalizedEvents events;
    private final LargeValues largeValues;
    private final RawSource raw;

    PartJoins(PartStore parts, NormalizedEvents events, LargeValues largeValues, RawSource raw) {
        this.parts = parts;
        this.events = events;
        this.largeValues = largeValues;
        this.raw = raw;
    }

    /** A document that was made anew from its raw record. */
    record Remade(ConsumerRecord<String, byte[]> raw, NormalizedEvents.Made made) {}

    /** Notes which parts a document is made of, before its event is sent. */
    void note(ConsumerRecord<String, byte[]> input, NormalizedEvents.Made made) {
        if (EventKey.parse(input.key()) instanceof EventKey.OfRecord(AtUri uri)
                && uri.collection().equals(DOCUMENTS)) {
            RawPlace place = new RawPlace(made.rev(), input.partition(), input.offset());
            parts.refer(uri, place, made.parts());
        }
    }

    /** Keeps a record that is a part, and makes the documents anew that are made of it. */
    List<Remade> remade(ConsumerRecord<String, byte[]> input, NormalizedEvents.Made made) {
        if (EventKey.parse(input.key()) instanceof EventKey.OfRecord(AtUri part)
                && Normalizer.isPart(EventKey.parse(input.key()))
                && parts.keep(part, made.rev(), largeValues.value(input))) {
            List<Remade> remade = new ArrayList<>();
            for (RawPlace place : parts.readers(part)) {
                remade(part, place).ifPresent(remade::add);
            }
            return remade;
        }
        return List.of();
    }

    /** Makes a document anew; empty where a newer version has displaced it, or left the part. */
    private Optional<Remade> remade(AtUri part, RawPlace place) {
        try {
            return raw.read(place.partition(), place.offset())
                    .map(record -> new Remade(record, events.make(record, Look.FIRST)))
                    .filter(document -> document.made().rev().equals(place.rev()))
                    .filter(document -> document.made().parts().contains(part));
        } catch (RejectedException e) {
            LOG.warnf("a document with parts is no longer one: part=%s %s", part, e.getMessage());
            return Optional.empty();
        }
    }
}
