package dev.pressline.normalize.core;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pressline.contract.data.RecordCid;
import dev.pressline.contract.event.Envelope;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Cid;
import dev.pressline.normalize.convert.source.Elsewhere;
import dev.pressline.normalize.repair.RecordFacts;
import java.util.Optional;

/** A record to normalize and all that is known about it. */
record Subject(
        AtUri uri, Envelope envelope, Identity identity, ObjectNode record, Elsewhere elsewhere) {

    /** What the repair rules may know. */
    RecordFacts facts() {
        return new RecordFacts(uri, envelope.rev(), identity.handle());
    }

    /** The CID of the envelope, else that of the record itself. */
    Optional<Cid> cid() {
        return envelope.cid().or(() -> RecordCid.of(record));
    }
}
