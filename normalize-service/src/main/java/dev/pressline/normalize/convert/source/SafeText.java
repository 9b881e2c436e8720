package dev.pressline.normalize.convert.source;

/**
 * Text that XML and UTF-8 can carry, of the same length in UTF-8 bytes as the text it was made
 * from, so that byte offsets into it stay true. Stateless.
 */
public final class SafeText {

    private SafeText() {}

    /**
     * The text with a blank for each control character but tab and line feed, with line feeds for
     * carriage returns, and with U+FFFD for each lone surrogate and noncharacter.
     */
    public static String of(String text) {
        int first = firstUnsafe(text);
        return first == text.length() ? text : rewrite(text, first);
    }

    /** Whether {@link #of} would change nothing. */
    static boolean isSafe(String text) {
        return firstUnsafe(text) == text.length();
    }

    private static int firstUnsafe(String text) {
        int at = 0;
        while (at < text.length()) {
            if (isPlain(text.charAt(at))) {
                at++;
            } else if (isPair(text, at)) {
                at += 2;
            } else {
                return at;
            }
        }
        return at;
    }

    private static boolean isPlain(char c) {
        return c < 0x7f ? c >= ' ' || c == '\n' || c == '\t' : c != 0x7f && isCharacter(c);
    }

    private static boolean isCharacter(char c) {
        return c < Character.MIN_SURROGATE || (c > Character.MAX_SURROGATE && c < '\uFFFE');
    }

    private static String rewrite(String text, int first) {
        StringBuilder safe = new StringBuilder(text.length()).append(text, 0, first);
        for (int i = first; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isPair(text, i)) {
                safe.append(c).append(text.charAt(++i));
            } else {
                safe.append(isCrLf(text, i) ? ' ' : safe(c));
            }
        }
        return safe.toString();
    }

    private static boolean isPair(String text, int i) {
        return i + 1 < text.length()
                && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
    }

    private static boolean isCrLf(String text, int i) {
        return text.charAt(i) == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
    }

    private static char safe(char c) {
        if (c == '\r') {
            return '\n';
        }
        if (!isCharacter(c)) {
            return '\uFFFD';
        }
        return isPlain(c) ? c : ' ';
    }
}
