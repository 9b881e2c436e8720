package dev.pressline.contract.identifier;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/**
 * An AT-URI as the lexicon format {@code at-uri} allows it: an account, perhaps a collection of it,
 * perhaps a record of that. No query, no fragment, no trailing slash. {@link AtUri} is the narrower
 * address of one record by DID. Immutable.
 *
 * @param authority the account
 * @param collection the lexicon of the records
 * @param rkey the record's name; only beside a collection
 * @see <a href="https://atproto.com/specs/at-uri-scheme">AT Protocol: AT URI scheme</a>
 */
public record LexiconAtUri(
        AtIdentifier authority, Optional<Nsid> collection, Optional<RecordKey> rkey) {

    /** Checks that a record is named within a collection. */
    public LexiconAtUri {
        if (rkey.isPresent() && collection.isEmpty()) {
            throw new IllegalArgumentException("a record key needs its collection");
        }
    }

    /** Reads one; throws {@link InvalidIdentifierException} naming the fault. */
    @JsonCreator
    public static LexiconAtUri parse(String text) {
        String[] parts = AtUri.parts(text);
        if (parts.length > 3) {
            throw new InvalidIdentifierException("AT-URI", text, "has more than three parts");
        }
        return new LexiconAtUri(
                AtIdentifier.parse(parts[0]),
                parts.length < 2 ? Optional.empty() : Optional.of(Nsid.parse(parts[1])),
                parts.length < 3 ? Optional.empty() : Optional.of(RecordKey.parse(parts[2])));
    }

    /** The address of the record, where this names one, and by its account's DID. */
    public Optional<AtUri> recordUri() {
        return authority instanceof Did did
                ? collection.flatMap(nsid -> rkey.map(key -> new AtUri(did, nsid, key)))
                : Optional.empty();
    }

    @JsonValue
    @Override
    public String toString() {
        return AtUri.SCHEME
                + authority.value()
                + collection.map(nsid -> "/" + nsid).orElse("")
                + rkey.map(key -> "/" + key).orElse("");
    }
}
