package dev.pressline.contract.document;

import dev.pressline.contract.wire.Spelled;
import java.util.Optional;

/** How sure a repair or a derived value is. */
public enum Certainty implements Spelled {
    /** The evidence allows nothing else. */
    CERTAIN("certain"),
    /** Likely, and always labelled so. */
    INFERRED("inferred");

    private final String text;

    Certainty(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }

    /** The value of a spelling, or empty when nobody knows it. */
    public static Optional<Certainty> of(String text) {
        return Spelled.find(values(), text);
    }
}
