package dev.pressline.normalize.text;

import com.ibm.icu.text.BreakIterator;
import java.util.Locale;

/** Lengths and cuts in grapheme clusters, what a reader calls characters. Stateless. */
public final class Graphemes {

    private Graphemes() {}

    /** Whether a text has at most {@code max} grapheme clusters. */
    public static boolean fits(String text, int max) {
        return text.length() <= max || end(text, max) == text.length();
    }

    /** The first {@code max} grapheme clusters of a text. */
    public static String first(String text, int max) {
        return text.length() <= max ? text : text.substring(0, end(text, max));
    }

    /** The number of grapheme clusters of a text. */
    public static int count(String text) {
        BreakIterator graphemes = BreakIterator.getCharacterInstance(Locale.ROOT);
        graphemes.setText(text);
        int count = 0;
        while (graphemes.next() != BreakIterator.DONE) {
            count++;
        }
        return count;
    }

    private static int end(String text, int max) {
        BreakIterator graphemes = BreakIterator.getCharacterInstance(Locale.ROOT);
        graphemes.setText(text);
        int end = graphemes.first();
        for (int i = 0; i < max && end < text.length(); i++) {
            end = graphemes.next();
        }
        return end;
    }
}
