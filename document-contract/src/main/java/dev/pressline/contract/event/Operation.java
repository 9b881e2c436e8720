package dev.pressline.contract.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/** What an event does to the record it names. */
public enum Operation {
    /** The record was created or updated. */
    PUT("put"),
    /** The record was deleted; the value is null. */
    DELETE("delete");

    private final String text;

    Operation(String text) {
        this.text = text;
    }

    /** The spelling on the wire. */
    @JsonValue
    public String text() {
        return text;
    }

    /** The value of a spelling, or empty when nobody knows it. */
    public static Optional<Operation> of(String text) {
        for (Operation value : values()) {
            if (value.text.equals(text)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    @JsonCreator
    static Operation parse(String text) {
        return of(text).orElseThrow(
                        () -> new IllegalArgumentException("unknown Operation: " + text));
    }
}
