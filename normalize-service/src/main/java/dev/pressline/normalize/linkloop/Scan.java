package dev.pressline.normalize.linkloop;

/** Searches within one line. Stateless. */
final class Scan {

    private Scan() {}

    /** The position of a character within a range, or -1. */
    static int indexOf(CharSequence text, char wanted, int from, int end) {
        for (int i = from; i < end; i++) {
            if (text.charAt(i) == wanted) {
                return i;
            }
        }
        return -1;
    }

    /** The position of the line feed that ends the line of {@code from}, or the text's length. */
    static int lineEnd(CharSequence text, int from) {
        int feed = indexOf(text, '\n', from, text.length());
        return feed < 0 ? text.length() : feed;
    }

    /** Whether a bracket opens in the text that nothing in it closes. */
    static boolean hasUnclosedBracket(String text) {
        int closed = 0;
        for (int i = text.length() - 1; i >= 0; i--) {
            char c = text.charAt(i);
            if (c == ']') {
                closed++;
            } else if (c == '[' && --closed < 0) {
                return true;
            }
        }
        return false;
    }
}
