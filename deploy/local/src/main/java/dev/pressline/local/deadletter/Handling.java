package dev.pressline.local.deadletter;

import java.util.Locale;

/** What was done about a dead letter. */
public enum Handling {
    /** It was sent to its topic again. */
    REPLAYED,
    /** Somebody decided that it does not matter. */
    DISCARDED,
    /** Its job was not sent again, since a later one of the same page had come. */
    SUPERSEDED;

    /** The word for it in the notes and on the terminal. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
