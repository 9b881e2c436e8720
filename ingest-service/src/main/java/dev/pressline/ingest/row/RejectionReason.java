package dev.pressline.ingest.row;

import java.util.Arrays;
import java.util.List;

/**
 * Why a handed-in row cannot be a record: the closed set, each with its label for metrics and
 * answers.
 */
public enum RejectionReason {
    /** The bytes are not JSON, or nested too deeply. */
    NOT_JSON("not-json"),
    /** The JSON is no object. */
    NOT_AN_OBJECT("not-an-object"),
    /** The row is larger than a record can be. */
    TOO_LARGE("too-large"),
    /** The row names a record, but not by a valid AT-URI, DID, collection or record key. */
    BAD_URI("bad-uri"),
    /** The row has a rev that is no TID. */
    BAD_REV("bad-rev"),
    /** The record in the row is neither an object nor null. */
    BAD_RECORD("bad-record");

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
