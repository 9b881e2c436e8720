package dev.pressline.render.html;

/**
 * Combining marks that stand on one letter. No language puts more than {@link #MOST} on one, and
 * browsers take time with the square of their number: forty thousand hold up a page for half a
 * minute. Stateless and thread-safe.
 *
 * @see <a href="https://www.unicode.org/reports/tr15/#Stream_Safe_Text_Format">UAX #15, Stream-Safe
 *     Text Format</a>
 */
final class CombiningMarks {

    /** The most marks on one letter that are written; those after them are left out. */
    static final int MOST = 30;

    private static final char FIRST = '\u0300';

    private CombiningMarks() {}

    /** Whether this character, of a code point below U+10000, is a combining mark. */
    static boolean isMark(char c) {
        return c >= FIRST && isMark((int) c);
    }

    /** Whether the character at this index belongs to a mark that has too many before it. */
    static boolean isOneTooMany(String text, int index) {
        if (text.charAt(index) < FIRST) {
            return false;
        }
        int at = start(text, index);
        for (int marks = 0; marks <= MOST; marks++) {
            if (!isMark(text.codePointAt(at))) {
                return false;
            }
            if (at == 0) {
                return marks == MOST;
            }
            at -= Character.charCount(text.codePointBefore(at));
        }
        return true;
    }

    /** Where the code point begins that this character belongs to. */
    private static int start(String text, int index) {
        boolean isSecond =
                index > 0
                        && Character.isLowSurrogate(text.charAt(index))
                        && Character.isHighSurrogate(text.charAt(index - 1));
        return isSecond ? index - 1 : index;
    }

    /** Whether a code point is a combining mark. */
    static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }
}
