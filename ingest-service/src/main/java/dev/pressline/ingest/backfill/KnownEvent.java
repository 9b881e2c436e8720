package dev.pressline.ingest.backfill;

import dev.pressline.contract.event.EnvelopeHeaders;
import dev.pressline.contract.event.Origin;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.InvalidIdentifierException;
import dev.pressline.contract.identifier.Tid;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What a raw event says of a record. Immutable.
 *
 * @param uri the record
 * @param rev its version
 * @param deleted whether it is deleted
 * @param read whether it was said by a reading of the whole repository at that rev
 */
record KnownEvent(AtUri uri, Tid rev, boolean deleted, boolean read) {

    private static final String DELETED = "-";
    private static final String READ = "=";
    private static final String NEITHER = "+";
    private static final String DELETED_BY_READING = "~";

    /** Reads a raw event; empty for what carries no readable identity, and for accounts. */
    static Optional<KnownEvent> of(ConsumerRecord<String, byte[]> event) {
        try {
            Optional<String> rev = EnvelopeHeaders.text(event.headers(), "ce_rev");
            boolean isRecord = event.key() != null && event.key().startsWith(AtUri.SCHEME);
            return isRecord && rev.isPresent()
                    ? Optional.of(
                            new KnownEvent(
                                    AtUri.parse(event.key()),
                                    Tid.parse(rev.get()),
                                    event.value() == null,
                                    isRead(event)))
                    : Optional.empty();
        } catch (InvalidIdentifierException e) {
            return Optional.empty();
        }
    }

    private static boolean isRead(ConsumerRecord<String, byte[]> event) {
        return EnvelopeHeaders.text(event.headers(), "ce_origin")
                .equals(Optional.of(Origin.BACKFILL.text()));
    }

    /** The event as a line. */
    String line() {
        String kind = deleted ? (read ? DELETED_BY_READING : DELETED) : read ? READ : NEITHER;
        return kind + rev + ' ' + uri;
    }

    /** The event of a line that {@link #line} has written. */
    static KnownEvent parse(String line) {
        int space = line.indexOf(' ');
        String kind = line.substring(0, 1);
        return new KnownEvent(
                AtUri.parse(line.substring(space + 1)),
                Tid.parse(line.substring(1, space)),
                kind.equals(DELETED) || kind.equals(DELETED_BY_READING),
                kind.equals(READ) || kind.equals(DELETED_BY_READING));
    }
}
