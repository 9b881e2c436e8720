package dev.pressline.contract.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/** How a record came to us. */
public enum Origin {
    /** From a stream, as it happened. */
    LIVE("live"),
    /** Read from its repository. */
    BACKFILL("backfill"),
    /** Read from files. */
    IMPORT("import"),
    /** Given to us over HTTP. */
    PUSH("push");

    private final String text;

    Origin(String text) {
        this.text = text;
    }

    /** The spelling on the wire. */
    @JsonValue
    public String text() {
        return text;
    }

    /** The value of a spelling, or empty when nobody knows it. */
    public static Optional<Origin> of(String text) {
        for (Origin value : values()) {
            if (value.text.equals(text)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    @JsonCreator
    static Origin parse(String text) {
        return of(text).orElseThrow(() -> new IllegalArgumentException("unknown Origin: " + text));
    }
}
