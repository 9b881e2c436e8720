package dev.pressline.contract.identifier;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A decentralized identifier: the name of an account that never changes. At most 2,048 characters,
 * case-sensitive, without query or fragment. Immutable.
 *
 * @param value the text form, such as {@code did:plc:ewvi7nxzyoun6zhxrhs64oiz}
 * @see <a href="https://atproto.com/specs/did">AT Protocol: DID</a>
 */
public record Did(@JsonValue String value) implements AtIdentifier, Comparable<Did> {

    /** What every DID begins with. */
    static final String PREFIX = "did:";

    /** The longest DID, in characters. */
    public static final int MAX_LENGTH = 2_048;

    /** Checks the syntax; throws {@link InvalidIdentifierException} naming the fault. */
    @JsonCreator
    public Did {
        String problem = problem(value);
        if (!problem.isEmpty()) {
            throw new InvalidIdentifierException("DID", value, problem);
        }
    }

    /** Reads a DID; throws {@link InvalidIdentifierException} naming the fault. */
    public static Did parse(String text) {
        return new Did(text);
    }

    /** The method, such as {@code plc} or {@code web}. */
    public String method() {
        return value.substring(4, value.indexOf(':', 4));
    }

    /** What follows the method, such as {@code ewvi7nxzyoun6zhxrhs64oiz}. */
    public String methodSpecificId() {
        return value.substring(value.indexOf(':', 4) + 1);
    }

    private static String problem(String text) {
        if (text.length() > MAX_LENGTH) {
            return "is longer than " + MAX_LENGTH + " characters";
        }
        if (!text.startsWith(PREFIX)) {
            return "does not start with did:";
        }
        int colon = text.indexOf(':', 4);
        if (colon <= 4 || !text.substring(4, colon).chars().allMatch(c -> c >= 'a' && c <= 'z')) {
            return "has no method of lower-case letters";
        }
        if (text.endsWith(":") || text.endsWith("%")) {
            return "ends without an identifier";
        }
        boolean plain = text.chars().skip(colon + 1L).allMatch(Did::isIdentifierCharacter);
        return plain ? "" : "holds a character outside A-Za-z0-9._:%-";
    }

    private static boolean isIdentifierCharacter(int c) {
        return Ascii.isLetterOrDigit(c) || c == '.' || c == '_' || c == ':' || c == '%' || c == '-';
    }

    @Override
    public int compareTo(Did other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
