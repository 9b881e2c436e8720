package dev.pressline.contract.document;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/** How far a publication's claim to its URL was checked. */
public enum VerificationLevel {
    /** Not at all, or not yet. */
    UNVERIFIED("unverified"),
    /** A page of the site links the record. */
    LINKED("linked"),
    /** The site names the record under {@code .well-known}. */
    WELL_KNOWN("well-known"),
    /** The site's own name is the account's identity. */
    SAME_DID("same-did");

    private final String text;

    VerificationLevel(String text) {
        this.text = text;
    }

    /** The spelling on the wire. */
    @JsonValue
    public String text() {
        return text;
    }

    /** The value of a spelling, or empty when nobody knows it. */
    public static Optional<VerificationLevel> of(String text) {
        for (VerificationLevel value : values()) {
            if (value.text.equals(text)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    @JsonCreator
    static VerificationLevel parse(String text) {
        return of(text).orElseThrow(
                        () -> new IllegalArgumentException("unknown VerificationLevel: " + text));
    }
}
