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
    private static final int FIRST_UNSPACED = 0x0E00;

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
            while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
                segmented |= isUnspaced(text.codePointAt(end));
                end++;
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

    private static boolean isUnspaced(int codePoint) {
        return codePoint >= FIRST_UNSPACED && UNSPACED.contains(UnicodeScript.of(codePoint));
    }
}
