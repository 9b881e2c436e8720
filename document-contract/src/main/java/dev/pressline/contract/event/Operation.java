package dev.pressline.contract.event;

import dev.pressline.contract.wire.Spelled;
import java.util.Optional;

/** What an event does to the record it names. */
public enum Operation implements Spelled {
    /** The record was created or updated. */
    PUT("put"),
    /** The record was deleted; the value is null. */
    DELETE("delete");

    private final String text;

    Operation(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }

    /** The value of a spelling, or empty when nobody knows it. */
    public static Optional<Operation> of(String text) {
        return Spelled.find(values(), text);
    }
}
