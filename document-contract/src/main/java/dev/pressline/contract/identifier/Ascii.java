package dev.pressline.contract.identifier;

/** The character classes of the AT Protocol's grammars, which know ASCII only. Stateless. */
final class Ascii {

    private Ascii() {}

    static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetterOrDigit(int c) {
        return isLetter(c) || isDigit(c);
    }

    /** Whether a text is a label of a domain name: 1 to 63 letters, digits and inner hyphens. */
    static boolean isLabel(String text) {
        return !text.isEmpty()
                && text.length() <= 63
                && !text.startsWith("-")
                && !text.endsWith("-")
                && text.chars().allMatch(c -> isLetterOrDigit(c) || c == '-');
    }

    /**
     * The text with its ASCII letters in lower case. Others stay as they are, so that none of them
     * (such as the Kelvin sign) becomes an ASCII letter.
     */
    static String lowerCase(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            lower.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
        }
        return lower.toString();
    }
}
