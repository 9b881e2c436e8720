package dev.pressline.contract.identifier;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A handle: the name of an account that people read, a domain name, kept in lower case. It changes
 * and is re-used: for display only, never a key. Immutable.
 *
 * @param value the text form
 * @see <a href="https://atproto.com/specs/handle">AT Protocol: handle</a>
 */
public record Handle(@JsonValue String value) implements AtIdentifier, Comparable<Handle> {

    /** The longest handle, in characters. */
    public static final int MAX_LENGTH = 253;

    /** What the AT Protocol says in place of a handle that cannot be proven. */
    public static final Handle INVALID = new Handle("handle.invalid");

    /** Checks the syntax; throws {@link InvalidIdentifierException} naming the fault. */
    @JsonCreator
    public Handle {
        value = Ascii.lowerCase(value);
        String problem = problem(value);
        if (!problem.isEmpty()) {
            throw new InvalidIdentifierException("handle", value, problem);
        }
    }

    /** Reads one; throws {@link InvalidIdentifierException} naming the fault. */
    public static Handle parse(String text) {
        return new Handle(text);
    }

    private static String problem(String text) {
        if (text.length() > MAX_LENGTH) {
            return "is longer than " + MAX_LENGTH + " characters";
        }
        String[] labels = text.split("\\.", -1);
        if (labels.length < 2) {
            return "has fewer than two labels";
        }
        for (String label : labels) {
            if (!Ascii.isLabel(label)) {
                return "has a label that is not 1 to 63 letters, digits and inner hyphens";
            }
        }
        return Ascii.isLetter(labels[labels.length - 1].charAt(0))
                ? ""
                : "has a last label that does not start with a letter";
    }

    @Override
    public int compareTo(Handle other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
