package dev.pressline.ingest.stream;

import dev.pressline.contract.identifier.Did;
import dev.pressline.ingest.row.RejectionReason;
import dev.pressline.ingest.row.Row;
import java.util.List;

/** What one message of a stream says. Immutable. */
public sealed interface StreamEvent {

    /** A message with a place in its stream. */
    sealed interface Placed extends StreamEvent {

        /** The place. */
        Place place();

        /** What it says about records and accounts. */
        List<Row> rows();
    }

    /**
     * Where a message stands.
     *
     * @param position as the host counts, rising
     * @param time when it was sent, in microseconds since 1970; 0 where the host does not say
     */
    record Place(long position, long time) {}

    /** Rows, none where nobody asked for what the message holds. */
    record Rows(Place place, List<Row> rows) implements Placed {

        /** Takes a copy. */
        public Rows {
            rows = List.copyOf(rows);
        }
    }

    /** Handle, keys or PDS of an account may have changed; the rows are what else is said. */
    record IdentityChanged(Place place, Did did, List<Row> rows) implements Placed {

        /** Takes a copy. */
        public IdentityChanged {
            rows = List.copyOf(rows);
        }
    }

    /**
     * The state of an account, as the host says.
     *
     * @param place where
     * @param did whose
     * @param active whether it is to be seen, and so whether what we have may be out of date
     * @param rows its one row
     */
    record AccountChanged(Place place, Did did, boolean active, List<Row> rows) implements Placed {

        /** Takes a copy. */
        public AccountChanged {
            rows = List.copyOf(rows);
        }
    }

    /** A repository was reset; if anything of it is known, that may not be all there is. */
    record RepositoryReset(Place place, Did did) implements Placed {

        @Override
        public List<Row> rows() {
            return List.of();
        }
    }

    /**
     * What we have of a repository may not be all there is: it is to be read anew.
     *
     * @param place where
     * @param did whose
     * @param rows what the message says all the same
     * @param why in words
     */
    record Doubtful(Place place, Did did, List<Row> rows, String why) implements Placed {

        /** Takes a copy. */
        public Doubtful {
            rows = List.copyOf(rows);
        }
    }

    /** A message that can never be read; a dead letter. */
    record Unreadable(RejectionReason reason, String message) implements StreamEvent {}

    /** The host no longer has what lies between our place and here. */
    record Gap(String why) implements StreamEvent {}

    /** The host ends the stream, and why. */
    record Ended(String error, String message) implements StreamEvent {}

    /** A message that says nothing to us. */
    record Nothing() implements StreamEvent {}
}
