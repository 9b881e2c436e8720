package dev.pressline.contract.identifier;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A URI of any scheme, complete with its scheme: the lexicon format {@code uri}. Only the scheme
 * and the absence of blanks and controls are checked, since each scheme has rules of its own.
 * Immutable.
 *
 * @param value the text form, at most 8 KiB
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3986#section-3.1">RFC 3986, section 3.1</a>
 */
public record GenericUri(@JsonValue String value) {

    /** The longest URI, in characters. */
    public static final int MAX_LENGTH = 8 * 1_024;

    /** Checks the syntax; throws {@link InvalidIdentifierException} naming the fault. */
    @JsonCreator
    public GenericUri {
        String problem = problem(value);
        if (!problem.isEmpty()) {
            throw new InvalidIdentifierException("URI", value, problem);
        }
    }

    /** Reads one; throws {@link InvalidIdentifierException} naming the fault. */
    public static GenericUri parse(String text) {
        return new GenericUri(text);
    }

    /** The scheme in lower case, such as {@code https}. */
    public String scheme() {
        return Ascii.lowerCase(value.substring(0, value.indexOf(':')));
    }

    private static String problem(String text) {
        if (text.length() > MAX_LENGTH) {
            return "is longer than " + MAX_LENGTH + " characters";
        }
        int colon = text.indexOf(':');
        if (colon <= 0 || colon == text.length() - 1) {
            return "is not a scheme, a colon and something after it";
        }
        if (!Ascii.isLetter(text.charAt(0))
                || !text.chars().limit(colon).allMatch(GenericUri::isSchemeCharacter)) {
            return "has a scheme that is not letters, digits, +, - and ., first a letter";
        }
        return text.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c))
                ? "holds a blank or a control character"
                : "";
    }

    private static boolean isSchemeCharacter(int c) {
        return Ascii.isLetterOrDigit(c) || c == '+' || c == '-' || c == '.';
    }

    @Override
    public String toString() {
        return value;
    }
}
