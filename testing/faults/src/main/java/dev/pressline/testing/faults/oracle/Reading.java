package dev.pressline.testing.faults.oracle;

import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Tid;
import java.util.List;
import java.util.Optional;

/** What an entry of the input log says. Immutable by convention. */
public sealed interface Reading {

    /** A record is there since a version; with its place, where it is a document. */
    record Put(AtUri uri, Tid rev, Optional<String> cid, Optional<Place> place)
            implements Reading {}

    /** A record is deleted since a version. */
    record Delete(AtUri uri, Tid rev) implements Reading {}

    /** The state of an account since a version; {@code isDeleted} where it never comes back. */
    record Account(Did did, Tid rev, boolean isActive, boolean isDeleted) implements Reading {}

    /** What a document says of when it was published, where and under which tags; unread. */
    record Place(String published, String publication, List<String> tags) {

        /** Takes a copy. */
        public Place {
            tags = List.copyOf(tags);
        }
    }

    /** It can never be a record; the reason is that of the dead letter. */
    record Rejected(String reason) implements Reading {}
}
