package dev.pressline.contract.event;

import dev.pressline.contract.wire.Spelled;
import java.util.Optional;

/** How a record came to us. */
public enum Origin implements Spelled {
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

    @Override
    public String text() {
        return text;
    }

    /** The value of a spelling, or empty when nobody knows it. */
    public static Optional<Origin> of(String text) {
        return Spelled.find(values(), text);
    }
}
