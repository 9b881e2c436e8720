package dev.pressline.contract.event;

import dev.pressline.contract.wire.Spelled;
import java.util.Optional;

/** How far a record was checked against its repository. */
public enum Verification implements Spelled {
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

    @Override
    public String text() {
        return text;
    }

    /** The value of a spelling, or empty when nobody knows it. */
    public static Optional<Verification> of(String text) {
        return Spelled.find(values(), text);
    }
}
