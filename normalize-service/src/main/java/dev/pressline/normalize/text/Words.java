package dev.pressline.normalize.text;

import com.ibm.icu.text.BreakIterator;
import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Words of a text. Between blanks stands one word, but in scripts that write no blanks the words
 * are those of ICU's dictionaries. Stateless.
 */
public final class Words {

    private static final int A_MINUTE = 200;
    private static final int FIRST_BLANK_BEYOND_ASCII = 0x1680;
    private static final int FIRST_UNSPACED = 0x0E00;

    /** Between these lie punctuation and symbols, and no script of {@link #UNSPACED}. */
    private static final int FIRST_SYMBOL = 0x1A00;

    private static final int FIRST_AFTER_SYMBOLS = 0x2E80;

    /** The scripts that write no blanks between words. */
    private static final Set<UnicodeScript> UNSPACED =
            EnumSet.of(
                    UnicodeScript.HAN,
                    UnicodeScript.HIRAGANA,
                    UnicodeScript.KATAKANA,
                    UnicodeScript.THAI,
                    UnicodeScript.LAO,
                    UnicodeScript.KHMER,
                    UnicodeScript.MYANMAR);

    private Words() {}

    /** The number of words. */
    public static int count(String text) {
        int words = 0;
        int at = 0;
        while (at < text.length()) {
            int end = at;
            boolean segmented = false;
            char c = text.charAt(at);
            while (!isBlank(c)) {
                segmented |= c >= FIRST_UNSPACED && isUnspaced(text, end);
                end++;
                c = end < text.length() ? text.charAt(end) : ' ';
            }
            if (end > at) {
                words += segmented ? segments(text.substring(at, end)) : 1;
            }
            at = end + 1;
        }
        return words;
    }

    /** The minutes it takes to read so many words, at 200 a minute, rounded up, at least 1. */
    public static int minutes(int words) {
        return Math.max(1, (words + A_MINUTE - 1) / A_MINUTE);
    }

    /** The letters and digits that end before a place. */
    public static String before(String text, int end) {
        int start = end;
        while (start > 0 && Character.isLetterOrDigit(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start, end);
    }

    /** The letters and digits that begin at a place. */
    public static String after(String text, int start) {
        int end = start;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return text.substring(start, end);
    }

    /** The words of a text that stand between blanks, as they are written. */
    public static Set<String> standingAlone(String text) {
        return new HashSet<>(Arrays.asList(text.split(" ", -1)));
    }

    private static int segments(String run) {
        BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(run);
        int count = 0;
        while (words.next() != BreakIterator.DONE) {
            if (words.getRuleStatus() >= BreakIterator.WORD_NONE_LIMIT) {
                count++;
            }
        }
        return Math.max(1, count);
    }

    /** White space; most characters need no look into the tables. */
    private static boolean isBlank(char c) {
        return (c <= ' ' || c >= FIRST_BLANK_BEYOND_ASCII) && Character.isWhitespace(c);
    }

    private static boolean isUnspaced(String text, int at) {
        char c = text.charAt(at);
        boolean symbol = c >= FIRST_SYMBOL && c < FIRST_AFTER_SYMBOLS;
        return !symbol && UNSPACED.contains(UnicodeScript.of(text.codePointAt(at)));
    }
}
