package dev.pressline.normalize.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds lines that Markdown would show as headings: two to six number signs, a blank, and words,
 * with nothing in the lines around. A single sign is as often a comment or a tag, so it is none.
 * Linear. Stateless.
 */
public final class HeadingLines {

    private static final int DEEPEST = 6;

    private HeadingLines() {}

    /** A heading line: its words run from {@code start} to before {@code end}. */
    public record HeadingLine(int line, int start, int end, int lineEnd, int level) {}

    /** The heading lines of a text, in order. */
    public static List<HeadingLine> find(String text) {
        List<HeadingLine> found = new ArrayList<>();
        if (!text.contains("## ")) {
            return found;
        }
        CodeStretches code = CodeStretches.of(text);
        int line = 0;
        while (line < text.length()) {
            if (text.charAt(line) == '#' && !code.hold(line)) {
                heading(text, line).ifPresent(found::add);
            }
            line = Lines.end(text, line) + 1;
        }
        return found;
    }

    /** The heading that a line is, if nothing stands in the lines around it. */
    private static Optional<HeadingLine> heading(String text, int line) {
        int end = Lines.end(text, line);
        int level = signs(text, line);
        int start = line + level + 1;
        boolean marked = level >= 2 && level <= DEEPEST && text.startsWith(" ", line + level);
        boolean alone = Lines.isBlankBefore(text, line) && Lines.isBlankAfter(text, end);
        int words = marked && alone ? wordsEnd(text, start, end) : start;
        return words > start
                ? Optional.of(new HeadingLine(line, start, words, end, level))
                : Optional.empty();
    }

    private static int signs(String text, int line) {
        int end = line;
        while (end < text.length() && text.charAt(end) == '#') {
            end++;
        }
        return end - line;
    }

    /** Where the words end, before blanks and closing number signs. */
    private static int wordsEnd(String text, int start, int lineEnd) {
        int end = trimmed(text, start, lineEnd, ' ');
        int signs = trimmed(text, start, end, '#');
        boolean closed = signs < end && signs > start && text.charAt(signs - 1) == ' ';
        return closed ? trimmed(text, start, signs, ' ') : end;
    }

    private static int trimmed(String text, int start, int end, char trimmed) {
        int at = end;
        while (at > start && text.charAt(at - 1) == trimmed) {
            at--;
        }
        return at;
    }
}
