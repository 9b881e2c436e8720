package dev.pressline.contract.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/** How far a record was checked against its repository. */
public enum Verification {
    /** Not at all. */
    NONE("none"),
    /** Its bytes hash to its CID. */
    CID("cid"),
    /** Proved by a signed commit. */
    SIGNATURE("signature");

    private final String text;

    Verification(String text) {
        this.text = text;
    }

    /** The spelling on the wire. */
    @JsonValue
    public String text() {
        return text;
    }

    /** The value of a spelling, or empty when nobody knows it. */
    public static Optional<Verification> of(String text) {
        for (Verification value : values()) {
            if (value.text.equals(text)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    @JsonCreator
    static Verification parse(String text) {
        return of(text).orElseThrow(
                        () -> new IllegalArgumentException("unknown Verification: " + text));
    }
}
