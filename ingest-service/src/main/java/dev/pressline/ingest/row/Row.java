package dev.pressline.ingest.row;

import dev.pressline.contract.event.EventKey;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Cid;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Tid;
import java.util.Optional;

/**
 * What one handed-in row says: a record, a delete, the state of an account, something nobody asked
 * for, or nothing readable.
 */
public sealed interface Row {

    /** A row that goes on. */
    sealed interface Accepted extends Row {

        /** What it is about. */
        EventKey key();

        /** The version. */
        Tid rev();
    }

    /**
     * A record.
     *
     * @param uri its address
     * @param rev its version
     * @param cid its CID, computed; absent when the record is no valid data and so has none
     * @param check what became of the CID that came with it
     * @param json the record's bytes exactly as received; handed over, not to be changed
     */
    record Put(AtUri uri, Tid rev, Optional<Cid> cid, CidCheck check, byte[] json)
            implements Accepted {

        @Override
        public EventKey key() {
            return new EventKey.OfRecord(uri);
        }
    }

    /** The deletion of a record. */
    record Delete(AtUri uri, Tid rev) implements Accepted {

        @Override
        public EventKey key() {
            return new EventKey.OfRecord(uri);
        }
    }

    /**
     * The state of an account, as the host says that sent it.
     *
     * @param did whose
     * @param rev made from the time of the event
     * @param json {@code did}, {@code active} and, where the host says why not, {@code status}
     */
    record Account(Did did, Tid rev, byte[] json) implements Accepted {

        @Override
        public EventKey key() {
            return new EventKey.OfAccount(did);
        }
    }

    /** A record of a collection that is not wanted here. */
    record Unwanted(AtUri uri) implements Row {}

    /**
     * A row that can never be a record.
     *
     * @param reason why
     * @param field where, as a JSON pointer; empty for the whole row
     * @param message why, in words
     */
    record Rejected(RejectionReason reason, String field, String message) implements Row {}
}
