package dev.pressline.normalize.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds what Markdown would show bold in plain text: {@code **…**} that opens before a word and
 * closes after one, on one line. Two bold runs that touch show as {@code ****} inside. Stars of any
 * other number or place are prose. One pass, linear. Stateless.
 */
public final class StrongSpans {

    private static final int MARKER = 2;

    private StrongSpans() {}

    /**
     * A bold stretch, its markers included.
     *
     * @param joints where {@code ****} stands inside
     * @param wholeLine whether nothing else stands on the line
     */
    public record StrongSpan(int start, int end, List<Integer> joints, boolean wholeLine) {

        /** Keeps its own copy. */
        public StrongSpan {
            joints = List.copyOf(joints);
        }
    }

    /** The spans of a text, in order. */
    public static List<StrongSpan> find(String text) {
        List<StrongSpan> spans = new ArrayList<>();
        int at = text.indexOf("**");
        while (at >= 0) {
            int length = stars(text, at);
            int next = at + length;
            if (length == MARKER && opens(text, at)) {
                Scan scan = new Scan(text, at);
                next = scan.close();
                scan.span().ifPresent(spans::add);
            }
            at = text.indexOf("**", next);
        }
        return spans;
    }

    private static int stars(String text, int at) {
        int end = at;
        while (end < text.length() && text.charAt(end) == '*') {
            end++;
        }
        return end - at;
    }

    private static boolean opens(String text, int at) {
        boolean afterWord = at > 0 && isWord(text.charAt(at - 1));
        int inside = at + MARKER;
        return !afterWord && inside < text.length() && isEdge(text.charAt(inside));
    }

    private static boolean closes(String text, int at) {
        int after = at + MARKER;
        boolean beforeWord = after < text.length() && isWord(text.charAt(after));
        return !beforeWord && isEdge(text.charAt(at - 1));
    }

    /** Whether a bold stretch may begin or end with a character; paths of files do not. */
    private static boolean isEdge(char c) {
        return !isBlank(c) && c != '/';
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '/' || c == '\\' || c == '`';
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c);
    }

    /** The search for the end of one span. */
    private static final class Scan {

        private final String text;
        private final int start;
        private final List<Integer> joints = new ArrayList<>();
        private int end = -1;

        private Scan(String text, int start) {
            this.text = text;
            this.start = start;
        }

        /** Searches, and returns where the search for further spans goes on. */
        private int close() {
            int at = start + MARKER;
            while (at < text.length() && text.charAt(at) != '\n') {
                int length = stars(text, at);
                if (length == MARKER && closes(text, at)) {
                    end = at + MARKER;
                    return end;
                }
                if (length >= MARKER && !isJoint(at, length)) {
                    return at;
                }
                if (length >= MARKER) {
                    joints.add(at);
                }
                at += Math.max(1, length);
            }
            return at;
        }

        private boolean isJoint(int at, int length) {
            int after = at + length;
            return length == 2 * MARKER
                    && after < text.length()
                    && !isBlank(text.charAt(at - 1))
                    && !isBlank(text.charAt(after));
        }

        private Optional<StrongSpan> span() {
            if (end < 0 || end - start <= 2 * MARKER) {
                return Optional.empty();
            }
            boolean first = start == 0 || text.charAt(start - 1) == '\n';
            boolean last = end == text.length() || text.charAt(end) == '\n';
            return Optional.of(new StrongSpan(start, end, joints, first && last));
        }
    }
}
