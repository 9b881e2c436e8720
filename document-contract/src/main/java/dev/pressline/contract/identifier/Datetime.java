package dev.pressline.contract.identifier;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;

/**
 * A moment as records spell it: the lexicon format {@code datetime}, that is RFC 3339 with seconds,
 * upper-case {@code T} and {@code Z}, a zone that is not {@code -00:00}, and any number of fraction
 * digits. The spelling is kept. Immutable.
 *
 * @param value the text form as it came, such as {@code 2026-02-17T22:58:56.000Z}
 * @see <a href="https://atproto.com/specs/lexicon#datetime">AT Protocol: datetime</a>
 */
public record Datetime(@JsonValue String value) {

    /** The longest spelling, in characters. */
    public static final int MAX_LENGTH = 64;

    /**
     * Checks the syntax, that such a day and time exist, and that the year is not before 0; throws
     * {@link InvalidIdentifierException} naming the fault.
     */
    @JsonCreator
    public Datetime {
        DatetimeReader.read(value);
    }

    /** Reads one; throws {@link InvalidIdentifierException} naming the fault. */
    public static Datetime parse(String text) {
        return new Datetime(text);
    }

    /** The moment; digits beyond nanoseconds are cut off. */
    public Instant instant() {
        return DatetimeReader.read(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
