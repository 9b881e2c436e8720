package dev.pressline.contract.identifier;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The address of one record: {@code at://} DID {@code /} collection {@code /} record key. Handles
 * as authority, URIs of whole repositories and fragments are other things and are refused here; see
 * {@link LexiconAtUri}. Immutable.
 *
 * @param did the account
 * @param collection the lexicon of the record
 * @param rkey the record's name in the collection
 * @see <a href="https://atproto.com/specs/at-uri-scheme">AT Protocol: AT URI scheme</a>
 */
public record AtUri(Did did, Nsid collection, RecordKey rkey) implements Comparable<AtUri> {

    /** The scheme with its slashes. */
    public static final String SCHEME = "at://";

    /** The longest AT-URI, in characters. */
    public static final int MAX_LENGTH = 8 * 1_024;

    /**
     * Reads the address of a record; throws {@link InvalidIdentifierException} naming the fault.
     */
    @JsonCreator
    public static AtUri parse(String text) {
        String[] parts = parts(text);
        if (parts.length != 3) {
            throw new InvalidIdentifierException(
                    "AT-URI", text, "is not at://DID/collection/record-key");
        }
        return new AtUri(Did.parse(parts[0]), Nsid.parse(parts[1]), RecordKey.parse(parts[2]));
    }

    /** What the slashes after the scheme separate; throws {@link InvalidIdentifierException}. */
    static String[] parts(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new InvalidIdentifierException(
                    "AT-URI", text, "is longer than " + MAX_LENGTH + " characters");
        }
        if (!text.startsWith(SCHEME)) {
            throw new InvalidIdentifierException("AT-URI", text, "does not start with at://");
        }
        return text.substring(SCHEME.length()).split("/", -1);
    }

    @JsonValue
    @Override
    public String toString() {
        return SCHEME + did + '/' + collection + '/' + rkey;
    }

    @Override
    public int compareTo(AtUri other) {
        return toString().compareTo(other.toString());
    }
}
