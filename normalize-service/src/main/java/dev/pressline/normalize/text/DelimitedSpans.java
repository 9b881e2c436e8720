package dev.pressline.normalize.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds stretches between two equal markers, such as {@code _so_} and {@code ~~so~~}: the first
 * opens before a word, the second closes after one, both on one line and outside code. Markers
 * within words, paths and names are prose. One pass, linear. Stateless.
 */
public final class DelimitedSpans {

    private DelimitedSpans() {}

    /** A stretch from {@code start} to before {@code end}, its markers included. */
    public record Span(int start, int end) {}

    /** The stretches of a text between two of a marker, in order. */
    public static List<Span> find(String text, String marker) {
        List<Span> spans = new ArrayList<>();
        int at = text.indexOf(marker);
        if (at < 0) {
            return spans;
        }
        CodeStretches code = CodeStretches.of(text);
        while (at >= 0) {
            int next = at + marker.length();
            if (opens(text, at, marker) && !code.hold(at)) {
                int close = closing(text, next, marker);
                if (close < 0) {
                    next = Lines.end(text, at);
                } else if (!code.hold(close)) {
                    next = close + marker.length();
                    spans.add(new Span(at, next));
                }
            }
            at = text.indexOf(marker, next);
        }
        return spans;
    }

    /** Where the marker stands that closes on this line, or -1; then no other opens there. */
    private static int closing(String text, int from, String marker) {
        int end = Lines.end(text, from);
        int at = text.indexOf(marker, from + 1);
        while (at >= 0 && at < end) {
            if (closes(text, at, marker)) {
                return at;
            }
            at = text.indexOf(marker, at + 1);
        }
        return -1;
    }

    private static boolean opens(String text, int at, String marker) {
        int inside = at + marker.length();
        boolean afterWord =
                at > 0 && (isWord(text.charAt(at - 1), marker) || text.charAt(at - 1) == '.');
        return !afterWord && inside < text.length() && isEdge(text.charAt(inside), marker);
    }

    private static boolean closes(String text, int at, String marker) {
        int after = at + marker.length();
        boolean beforeWord = after < text.length() && isWord(text.charAt(after), marker);
        return !beforeWord && isEdge(text.charAt(at - 1), marker);
    }

    private static boolean isEdge(char c, String marker) {
        return !Character.isWhitespace(c) && c != marker.charAt(0) && c != '/';
    }

    private static boolean isWord(char c, String marker) {
        return Character.isLetterOrDigit(c) || c == marker.charAt(0) || "/\\`@#=".indexOf(c) >= 0;
    }
}
