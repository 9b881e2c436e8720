package dev.pressline.ingest.row;

import dev.pressline.contract.event.Verification;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Cid;
import dev.pressline.contract.identifier.Tid;
import java.util.Optional;

/**
 * What one handed-in row says: a record, a delete, something nobody asked for, or nothing readable.
 */
public sealed interface Row {

    /**
     * A record.
     *
     * @param uri its address
     * @param rev its version
     * @param cid its CID, computed; absent when the record is no valid data and so has none
     * @param verification whether the CID that came with it is the computed one
     * @param json the record's bytes exactly as received
     */
    record Put(AtUri uri, Tid rev, Optional<Cid> cid, Verification verification, byte[] json)
            implements Row {}

    /** The deletion of a record. */
    record Delete(AtUri uri, Tid rev) implements Row {}

    /** A record of a collection that is not wanted here. */
    record Unwanted(AtUri uri) implements Row {}

    /** A row that can never be a record. */
    record Rejected(RejectionReason reason, String field, String message) implements Row {}
}
