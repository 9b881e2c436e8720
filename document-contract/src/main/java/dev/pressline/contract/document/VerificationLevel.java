package dev.pressline.contract.document;

import dev.pressline.contract.wire.Spelled;
import java.util.Optional;

/** How far a publication's claim to its URL was checked. */
public enum VerificationLevel implements Spelled {
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

    @Override
    public String text() {
        return text;
    }

    /** The value of a spelling, or empty when nobody knows it. */
    public static Optional<VerificationLevel> of(String text) {
        return Spelled.find(values(), text);
    }
}
