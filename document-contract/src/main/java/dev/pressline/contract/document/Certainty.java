package dev.pressline.contract.document;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/** How sure a repair or a derived value is. */
public enum Certainty {
    /** The evidence allows nothing else. */
    CERTAIN("certain"),
    /** Likely, and always labelled so. */
    INFERRED("inferred");

    private final String text;

    Certainty(String text) {
        this.text = text;
    }

    /** The spelling on the wire. */
    @JsonValue
    public String text() {
        return text;
    }

    /** The value of a spelling, or empty when nobody knows it. */
    public static Optional<Certainty> of(String text) {
        for (Certainty value : values()) {
            if (value.text.equals(text)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    @JsonCreator
    static Certainty parse(String text) {
        return of(text).orElseThrow(
                        () -> new IllegalArgumentException("unknown Certainty: " + text));
    }
}
