package dev.pressline.normalize.convert.html;

import dev.pressline.contract.document.Inline;
import dev.pressline.normalize.convert.inline.InlineTree;
import dev.pressline.normalize.convert.inline.Run;
import dev.pressline.normalize.convert.inline.Runs;
import dev.pressline.normalize.convert.inline.Style;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of HTML while it is collected: white space collapses as browsers do it, across the borders
 * of elements. Mutable.
 */
final class Line {

    private static final String SPACE = " ";

    private final List<Run> runs = new ArrayList<>();

    /** Appends text as it stands in the source. */
    void text(String source, List<Style> styles) {
        String collapsed = collapse(source);
        String text =
                endsInSpace() && collapsed.startsWith(SPACE) ? collapsed.substring(1) : collapsed;
        if (!text.isEmpty()) {
            runs.add(Run.text(text, styles));
        }
    }

    /** Appends code, TeX or a footnote reference. */
    void leaf(Inline leaf, List<Style> styles) {
        runs.add(new Run(leaf, styles));
    }

    /** Appends a forced break; true if it was the second in a row, which ends a paragraph. */
    boolean lineBreak() {
        trim();
        boolean second = !runs.isEmpty() && isBreak(runs.getLast());
        if (!runs.isEmpty() && !second) {
            runs.add(new Run(new Inline.LineBreak(), List.of()));
        }
        return second;
    }

    /** The line so far, tidied, empty without anything to read; begins the next. */
    List<Inline> take() {
        boolean blank = runs.stream().allMatch(Line::isBlank);
        List<Inline> inlines = blank ? List.of() : InlineTree.of(Runs.tidy(runs));
        runs.clear();
        return inlines;
    }

    private void trim() {
        while (!runs.isEmpty() && runs.getLast().leaf() instanceof Inline.Text text) {
            Run last = runs.removeLast();
            String trimmed =
                    text.text().endsWith(SPACE)
                            ? text.text().substring(0, text.text().length() - 1)
                            : text.text();
            if (!trimmed.isEmpty()) {
                runs.add(Run.text(trimmed, last.styles()));
                return;
            }
        }
    }

    private boolean endsInSpace() {
        if (runs.isEmpty() || isBreak(runs.getLast())) {
            return true;
        }
        return runs.getLast().leaf() instanceof Inline.Text text && text.text().endsWith(SPACE);
    }

    private static boolean isBreak(Run run) {
        return run.leaf() instanceof Inline.LineBreak;
    }

    private static boolean isBlank(Run run) {
        return isBreak(run)
                || (run.leaf() instanceof Inline.Text text
                        && text.text().chars().allMatch(c -> c == '\u00A0' || isSpace((char) c)));
    }

    private static String collapse(String source) {
        return isCollapsed(source) ? source : collapsed(source);
    }

    private static boolean isCollapsed(String source) {
        boolean space = false;
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            boolean next = isSpace(c);
            if (next && (space || c != ' ')) {
                return false;
            }
            space = next;
        }
        return true;
    }

    private static String collapsed(String source) {
        StringBuilder collapsed = new StringBuilder(source.length());
        boolean space = false;
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            if (!isSpace(c)) {
                collapsed.append(c);
            } else if (!space) {
                collapsed.append(' ');
            }
            space = isSpace(c);
        }
        return collapsed.toString();
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
    }
}
