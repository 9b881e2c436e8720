package dev.pressline.normalize.core;

/**
 * Why a raw record can never be normalized: the closed set of the stage's dead letters. A breach of
 * the lexicon is none of them.
 */
public enum RejectionReason {
    /** The value is no JSON, or more than one JSON value. */
    NOT_JSON("not-json"),
    /** The value nests deeper than the reader goes, or holds a number or name beyond reason. */
    BEYOND_LIMITS("beyond-limits"),
    /** The value is JSON, but no object. */
    NOT_AN_OBJECT("not-an-object"),
    /** The key or a header that the event needs is missing or unreadable. */
    UNREADABLE_ENVELOPE("unreadable-envelope"),
    /** The rev lies further in the future than clocks differ. */
    REV_FROM_THE_FUTURE("rev-from-the-future");

    private final String text;

    RejectionReason(String text) {
        this.text = text;
    }

    /** The reason in kebab case, fit for a metric label and a dead letter's header. */
    public String text() {
        return text;
    }
}
