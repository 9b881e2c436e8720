package dev.pressline.contract.identifier;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A record key: the name of a record within its collection, case-sensitive. Often a TID, but slugs
 * and dates occur: neither time nor order can be read from it. Immutable.
 *
 * @param value the text form
 * @see <a href="https://atproto.com/specs/record-key">AT Protocol: record key</a>
 */
public record RecordKey(@JsonValue String value) implements Comparable<RecordKey> {

    /** The longest record key, in characters. */
    public static final int MAX_LENGTH = 512;

    /** Checks the syntax; throws {@link InvalidIdentifierException} naming the fault. */
    @JsonCreator
    public RecordKey {
        String problem = problem(value);
        if (!problem.isEmpty()) {
            throw new InvalidIdentifierException("record key", value, problem);
        }
    }

    /** Reads one; throws {@link InvalidIdentifierException} naming the fault. */
    public static RecordKey parse(String text) {
        return new RecordKey(text);
    }

    private static String problem(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return "is not 1 to " + MAX_LENGTH + " characters long";
        }
        if (text.equals(".") || text.equals("..")) {
            return "is . or ..";
        }
        return text.chars().allMatch(RecordKey::isKeyCharacter)
                ? ""
                : "holds a character outside A-Za-z0-9.-_:~";
    }

    private static boolean isKeyCharacter(int c) {
        return Ascii.isLetterOrDigit(c) || ".-_:~".indexOf(c) >= 0;
    }

    @Override
    public int compareTo(RecordKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
