package dev.pressline.contract.identifier;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.HashSet;
import java.util.Set;

/**
 * A language tag: the lexicon format {@code language}. The subtags are checked one by one, and that
 * no variant or extension is repeated; neither their order nor the registry. Immutable.
 *
 * @param value the text form, such as {@code pt-BR}
 * @see <a href="https://www.rfc-editor.org/info/bcp47">BCP 47, RFC 5646 section 2.1</a>
 */
public record LanguageTag(@JsonValue String value) {

    /** The longest tag, in characters; the longest real ones have some 35. */
    public static final int MAX_LENGTH = 128;

    private static final int MAX_SUBTAG = 8;

    /** Checks the syntax; throws {@link InvalidIdentifierException} naming the fault. */
    @JsonCreator
    public LanguageTag {
        String problem =
                value.length() > MAX_LENGTH
                        ? "is longer than " + MAX_LENGTH + " characters"
                        : problem(value.split("-", -1));
        if (!problem.isEmpty()) {
            throw new InvalidIdentifierException("language tag", value, problem);
        }
    }

    /** Reads one; throws {@link InvalidIdentifierException} naming the fault. */
    public static LanguageTag parse(String text) {
        return new LanguageTag(text);
    }

    /** The language itself, such as {@code pt}. */
    public String language() {
        int end = value.indexOf('-');
        return end < 0 ? value : value.substring(0, end);
    }

    private static String problem(String[] subtags) {
        for (String subtag : subtags) {
            if (subtag.isEmpty()
                    || subtag.length() > MAX_SUBTAG
                    || !subtag.chars().allMatch(Ascii::isLetterOrDigit)) {
                return "has a subtag that is not 1 to 8 letters and digits";
            }
        }
        if (!isFirst(subtags[0])) {
            return "does not begin with a language of two or three lower-case letters, i or x";
        }
        if (subtags[subtags.length - 1].length() == 1) {
            return "ends with a subtag that needs another after it";
        }
        return isPrivate(subtags[0]) || !hasRepetition(subtags)
                ? ""
                : "repeats a variant or an extension";
    }

    private static boolean isFirst(String subtag) {
        boolean lower = subtag.chars().allMatch(c -> c >= 'a' && c <= 'z');
        return subtag.equals("i")
                || isPrivate(subtag)
                || (lower && (subtag.length() == 2 || subtag.length() == 3));
    }

    private static boolean hasRepetition(String[] subtags) {
        Set<String> seen = new HashSet<>();
        boolean extended = false;
        for (int i = 1; i < subtags.length && !isPrivate(subtags[i]); i++) {
            boolean singleton = subtags[i].length() == 1;
            extended |= singleton;
            if ((singleton || (!extended && isVariant(subtags[i])))
                    && !seen.add(Ascii.lowerCase(subtags[i]))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPrivate(String subtag) {
        return subtag.equalsIgnoreCase("x");
    }

    private static boolean isVariant(String subtag) {
        return subtag.length() >= 5 || (subtag.length() == 4 && Ascii.isDigit(subtag.charAt(0)));
    }

    @Override
    public String toString() {
        return value;
    }
}
