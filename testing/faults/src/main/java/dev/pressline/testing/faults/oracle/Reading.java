package dev.pressline.testing.faults.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Tid;
import java.util.Optional;

/** What an entry of the input log says. Immutable by convention. */
public sealed interface Reading {

    /** A record has this content since a version. */
    record Put(AtUri uri, Tid rev, Optional<String> cid, JsonNode content) implements Reading {}

    /** A record is deleted since a version. */
    record Delete(AtUri uri, Tid rev) implements Reading {}

    /** The state of an account since a version; {@code isDeleted} where it never comes back. */
    record Account(Did did, Tid rev, boolean isActive, boolean isDeleted) implements Reading {}

    /** It can never be a record; the reason is that of the dead letter. */
    record Rejected(String reason) implements Reading {}
}
