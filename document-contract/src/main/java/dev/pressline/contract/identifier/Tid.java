package dev.pressline.contract.identifier;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A timestamp identifier: 13 characters of sortable base32 that hold 53 bits of microseconds since
 * 1970 and 10 bits of clock id. Text order is number order. The {@code rev} of a repository is one.
 * Immutable.
 *
 * @param value the text form, such as {@code 3n2vryszon22b}
 * @see <a href="https://atproto.com/specs/tid">AT Protocol: TID</a>
 */
public record Tid(@JsonValue String value) implements Comparable<Tid> {

    private static final String ALPHABET = "234567abcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 13;
    private static final int CLOCK_ID_BITS = 10;

    /** The smallest TID: the beginning of 1970 and clock id 0. */
    public static final Tid MIN = new Tid("2222222222222");

    /** Checks the syntax; throws {@link InvalidIdentifierException} naming the fault. */
    @JsonCreator
    public Tid {
        if (value.length() != LENGTH) {
            throw new InvalidIdentifierException("TID", value, "is not 13 characters long");
        }
        if (value.chars().anyMatch(c -> ALPHABET.indexOf(c) < 0)) {
            throw new InvalidIdentifierException(
                    "TID", value, "holds a character outside 234567a-z");
        }
        if (ALPHABET.indexOf(value.charAt(0)) >= 16) {
            throw new InvalidIdentifierException("TID", value, "has its highest bit set");
        }
    }

    /** Reads a TID; throws {@link InvalidIdentifierException} naming the fault. */
    public static Tid parse(String text) {
        return new Tid(text);
    }

    /**
     * The TID of a moment (microseconds since 1970, 0 to 2^53 - 1) and a clock id of 0 to 1,023.
     */
    public static Tid of(long micros, int clockId) {
        if (micros < 0 || micros >= 1L << 53 || clockId < 0 || clockId >= 1 << CLOCK_ID_BITS) {
            throw new IllegalArgumentException(
                    "a TID holds 53 bits of microseconds and 10 of clock id");
        }
        long bits = micros << CLOCK_ID_BITS | clockId;
        char[] text = new char[LENGTH];
        for (int i = LENGTH - 1; i >= 0; i--) {
            text[i] = ALPHABET.charAt((int) (bits & 31));
            bits >>>= 5;
        }
        return new Tid(new String(text));
    }

    /** The moment, in microseconds since 1970. */
    public long micros() {
        return bits() >>> CLOCK_ID_BITS;
    }

    /** The clock id, 0 to 1,023. */
    public int clockId() {
        return (int) (bits() & ((1 << CLOCK_ID_BITS) - 1));
    }

    private long bits() {
        long bits = 0;
        for (int i = 0; i < LENGTH; i++) {
            bits = bits << 5 | ALPHABET.indexOf(value.charAt(i));
        }
        return bits;
    }

    /** The moment, with microsecond precision. */
    public Instant instant() {
        return Instant.EPOCH.plus(micros(), ChronoUnit.MICROS);
    }

    @Override
    public int compareTo(Tid other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
