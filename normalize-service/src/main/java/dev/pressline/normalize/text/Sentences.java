package dev.pressline.normalize.text;

import com.ibm.icu.text.BreakIterator;
import java.util.Locale;

/** The beginning of a text in whole sentences. Stateless. */
public final class Sentences {

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
        return words.isEmpty() ? "" : words.stripTrailing() + '…';
    }
}
