package dev.pressline.normalize.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The beginning of a text in whole sentences. Stateless. */
public final class Sentences {

    private static final char ELLIPSIS = '…';
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    private Sentences() {}

    /**
     * As many whole sentences of the first paragraph that has any words as fit into {@code max}
     * grapheme clusters; where not even one fits, its beginning up to a word's end and an ellipsis.
     * Empty for a text without words.
     */
    public static String first(String text, int max) {
        String paragraph = firstParagraph(text);
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        sentences.setText(paragraph);
        int end = 0;
        int next = sentences.next();
        while (next != BreakIterator.DONE
                && Graphemes.fits(paragraph.substring(0, next).strip(), max)) {
            end = next;
            next = sentences.next();
        }
        return end > 0 ? paragraph.substring(0, end).strip() : cut(paragraph, max);
    }

    /**
     * The sentences of a paragraph that come to an end of their own, each on one line; what stops
     * at a colon, or just stops, is none.
     */
    public static List<String> ended(String paragraph) {
        String line = WHITE_SPACE.matcher(paragraph.strip()).replaceAll(" ");
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        sentences.setText(line);
        List<String> ended = new ArrayList<>();
        int start = 0;
        for (int end = sentences.next(); end != BreakIterator.DONE; end = sentences.next()) {
            String sentence = line.substring(start, end).strip();
            if (hasEnd(sentence)) {
                ended.add(sentence);
            }
            start = end;
        }
        return ended;
    }

    /** Whether a mark that ends sentences stands behind the last word. */
    private static boolean hasEnd(String sentence) {
        int at = sentence.length();
        while (at > 0) {
            int last = sentence.codePointBefore(at);
            if (last == ELLIPSIS || UCharacter.hasBinaryProperty(last, UProperty.S_TERM)) {
                return true;
            }
            if (Character.isLetterOrDigit(last)) {
                return false;
            }
            at -= Character.charCount(last);
        }
        return false;
    }

    private static String firstParagraph(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> line.codePoints().anyMatch(Character::isLetterOrDigit))
                .findFirst()
                .orElse("");
    }

    private static String cut(String sentence, int max) {
        String start = Graphemes.first(sentence, max - 1);
        boolean whole = sentence.startsWith(" ", start.length());
        int blank = start.lastIndexOf(' ');
        String words = whole || blank < 0 ? start : start.substring(0, blank);
        return words.isEmpty() ? "" : words.stripTrailing() + ELLIPSIS;
    }
}
