package dev.pressline.contract.identifier;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A namespaced identifier: the name of a lexicon, such as {@code site.standard.document}. The
 * domain part is kept in lower case, the last segment is case-sensitive. Immutable.
 *
 * @param value the text form
 * @see <a href="https://atproto.com/specs/nsid">AT Protocol: NSID</a>
 */
public record Nsid(@JsonValue String value) implements Comparable<Nsid> {

    /** The longest NSID, in characters. */
    public static final int MAX_LENGTH = 317;

    /** Checks the syntax; throws {@link InvalidIdentifierException} naming the fault. */
    @JsonCreator
    public Nsid {
        int lastDot = value.lastIndexOf('.');
        value = Ascii.lowerCase(value.substring(0, lastDot + 1)) + value.substring(lastDot + 1);
        String problem = problem(value);
        if (!problem.isEmpty()) {
            throw new InvalidIdentifierException("NSID", value, problem);
        }
    }

    /** Reads one; throws {@link InvalidIdentifierException} naming the fault. */
    public static Nsid parse(String text) {
        return new Nsid(text);
    }

    /** The last segment, such as {@code document}. */
    public String name() {
        return value.substring(value.lastIndexOf('.') + 1);
    }

    private static String problem(String text) {
        if (text.length() > MAX_LENGTH) {
            return "is longer than " + MAX_LENGTH + " characters";
        }
        String[] segments = text.split("\\.", -1);
        if (segments.length < 3) {
            return "has fewer than three segments";
        }
        for (int i = 0; i < segments.length - 1; i++) {
            if (!Ascii.isLabel(segments[i])) {
                return "has a domain segment that is not 1 to 63 letters, digits and inner hyphens";
            }
        }
        if (!Ascii.isLetter(text.charAt(0))) {
            return "does not start with a letter";
        }
        return isName(segments[segments.length - 1])
                ? ""
                : "has a name that is not 1 to 63 letters and digits, first a letter";
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.length() <= 63
                && Ascii.isLetter(name.charAt(0))
                && name.chars().allMatch(Ascii::isLetterOrDigit);
    }

    @Override
    public int compareTo(Nsid other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
