package dev.pressline.contract.identifier;

/** The character classes of the AT Protocol's grammars, which know ASCII only. */
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

    /** Lower case for ASCII letters only, independent of any locale. */
    static String lowerCase(String text) {
        return text.toLowerCase(java.util.Locale.ROOT);
    }
}
