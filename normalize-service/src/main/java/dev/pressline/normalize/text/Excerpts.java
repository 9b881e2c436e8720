package dev.pressline.normalize.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Short before-and-after pairs of an edited text: each edit with the words around it, edits that
 * stand close together in one. Stateless.
 */
public final class Excerpts {

    private static final int CONTEXT = 24;

    private Excerpts() {}

    /** The words around some edits, before and after them. */
    public record Excerpt(String before, String after) {}

    /** The excerpts of edits in ascending order. */
    public static List<Excerpt> of(String text, List<TextEdit> edits) {
        List<Excerpt> excerpts = new ArrayList<>();
        int first = 0;
        while (first < edits.size()) {
            int start = left(text, edits.get(first).start());
            int end = right(text, edits.get(first).end());
            int next = first + 1;
            while (next < edits.size() && edits.get(next).start() <= end) {
                end = right(text, edits.get(next).end());
                next++;
            }
            excerpts.add(excerpt(text, start, end, edits.subList(first, next)));
            first = next;
        }
        return excerpts;
    }

    private static Excerpt excerpt(String text, int start, int end, List<TextEdit> edits) {
        List<TextEdit> moved =
                edits.stream()
                        .map(e -> new TextEdit(e.start() - start, e.end() - start, e.replacement()))
                        .toList();
        String before = text.substring(start, end);
        return new Excerpt(before, MarkedText.of(before).edit(moved).text());
    }

    private static int left(String text, int from) {
        int at = from;
        while (at > 0 && from - at < CONTEXT && !isBlank(text.charAt(at - 1))) {
            at--;
        }
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at))
                ? at - 1
                : at;
    }

    private static int right(String text, int from) {
        int at = from;
        while (at < text.length() && at - from < CONTEXT && !isBlank(text.charAt(at))) {
            at++;
        }
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at))
                ? at + 1
                : at;
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c);
    }
}
