package dev.pressline.render.html;

/**
 * How far text has come without a place where its line may break. Browsers take time with the
 * square of such a stretch where letters are joined or bear marks: sixty thousand hold up a page
 * for a minute. So a {@code wbr}, which neither shows nor is copied, goes into each stretch that is
 * longer than any word. Not thread-safe.
 */
final class LineBreaks {

    /** The longest stretch that stays as it is, in code points. */
    static final int LONGEST = 250;

    /** How much farther a place may be that takes nothing apart. */
    private static final int PATIENCE = 50;

    private static final String BREAK = '<' + Element.WBR.text() + '>';
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int ZERO_WIDTH_SPACE = 0x200B;

    private int length;
    private int last;

    /** What comes next begins a line. */
    void begin() {
        length = 0;
    }

    /** Writes text, encoded, with breaks where it would go on for too long without one. */
    void write(StringBuilder out, String given) {
        String text = length + given.length() > LONGEST ? Encoder.clean(given) : given;
        int done = 0;
        int at = 0;
        while (at < text.length()) {
            int next = text.codePointAt(at);
            if (isBreak(next)) {
                length = 0;
            } else if (length >= LONGEST && mayBreakBefore(next)) {
                Encoder.text(out, text.substring(done, at));
                out.append(BREAK);
                done = at;
                length = 1;
            } else {
                length++;
            }
            last = next;
            at += Character.charCount(next);
        }
        Encoder.text(out, text.substring(done));
    }

    /** Whether a line may break here anyhow: at blanks, and between letters of East Asia. */
    private static boolean isBreak(int c) {
        return c < 0x1100
                ? Character.isWhitespace(c)
                : c == ZERO_WIDTH_SPACE || isEastAsian(c) || Character.isWhitespace(c);
    }

    private static boolean isEastAsian(int c) {
        return (c >= 0x2E80 && c <= 0xA4CF)
                || (c >= 0xAC00 && c <= 0xD7FF)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0x20000 && c <= 0x3FFFF);
    }

    /** Never before a mark, of which there are few on one letter, and late within other signs. */
    private boolean mayBreakBefore(int next) {
        int type = Character.getType(next);
        boolean isWithin =
                type == Character.COMBINING_SPACING_MARK
                        || type == Character.FORMAT
                        || last == ZERO_WIDTH_JOINER
                        || Character.isEmojiModifier(next);
        return !CombiningMarks.isMark(next) && (!isWithin || length >= LONGEST + PATIENCE);
    }
}
