package dev.pressline.contract.event;

import dev.pressline.contract.identifier.Cid;
import dev.pressline.contract.identifier.Tid;
import java.time.Instant;
import java.util.Optional;

/**
 * The CloudEvents 1.0 attributes of an event, in Kafka binary mode: headers {@code ce_*}.
 * Immutable.
 *
 * @param type the kind of event
 * @param source which service and source made it, a URI reference
 * @param key the subject
 * @param rev the version: the rev of the commit that wrote the record
 * @param cid the record's CID, absent for deletes and where nobody knows it
 * @param operation put or delete
 * @param origin how the record came to us
 * @param verification how far it was checked
 * @param time when the record was written, taken from the rev; absent for unknown
 * @param traceparent W3C trace context, absent when nothing is traced
 */
public record Envelope(
        EventType type,
        String source,
        EventKey key,
        Tid rev,
        Optional<Cid> cid,
        Operation operation,
        Origin origin,
        Verification verification,
        Optional<Instant> time,
        Optional<String> traceparent) {

    /** The id of the event: the same for every delivery of the same version. */
    public String id() {
        return key.text() + '#' + rev + '#' + operation.text();
    }

    /** The same event as another service passes it on. */
    public Envelope passedOn(EventType newType, String newSource) {
        return new Envelope(
                newType,
                newSource,
                key,
                rev,
                cid,
                operation,
                origin,
                verification,
                time,
                traceparent);
    }
}
