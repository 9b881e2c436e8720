package dev.pressline.ingest.row;

import java.util.Arrays;
import java.util.List;

/**
 * Why a row can never be a record: the closed set, each with its label for metrics, answers and
 * dead letters.
 */
public enum RejectionReason {
    /** The bytes are no JSON text in UTF-8. */
    NOT_JSON("not-json"),
    /** The JSON is no object. */
    NOT_AN_OBJECT("not-an-object"),
    /** The JSON nests deeper than any record. */
    TOO_DEEP("too-deep"),
    /** The row is larger than a record can be. */
    TOO_LARGE("too-large"),
    /** The row says neither which record it is nor anything that a record says. */
    NO_IDENTITY("no-identity"),
    /** The row names a record, but not by a valid AT-URI, DID, collection or record key. */
    BAD_URI("bad-uri"),
    /** The row has a rev that is no TID, or deletes without one. */
    BAD_REV("bad-rev"),
    /** The record in the row is neither an object nor null. */
    BAD_RECORD("bad-record"),
    /** A PDS listed a record that is not of the repository and collection asked for. */
    FOREIGN_RECORD("foreign-record"),
    /** A message of a repository does not prove what it says. */
    BAD_PROOF("bad-proof");

    private final String label;

    RejectionReason(String label) {
        this.label = label;
    }

    /** The spelling in metrics, answers and dead letters. */
    public String label() {
        return label;
    }

    /** Every label. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(RejectionReason::label).toList();
    }
}
