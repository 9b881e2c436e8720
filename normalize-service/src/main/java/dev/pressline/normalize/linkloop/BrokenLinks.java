package dev.pressline.normalize.linkloop;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * Finds links whose destination is prose: {@code ](https://Flock is a surveillance company …)}. The
 * evidence is threefold: a scheme, blanks before the closing bracket, and no host after the scheme.
 * One pass, linear. Stateless.
 */
public final class BrokenLinks {

    private BrokenLinks() {}

    /**
     * A broken link. Its destination runs from {@code close} (the {@code ]}) to before {@code end}.
     *
     * @param open where its {@code [} stands on the same line, if it is still there
     */
    public record BrokenLink(OptionalInt open, int close, int end) {}

    /** The broken links of a text, in order. */
    public static List<BrokenLink> find(String text) {
        return text.contains("](") ? new Search(text).links() : List.of();
    }

    /** One pass over a text. */
    private static final class Search {

        private final String text;
        private final Deque<Integer> open = new ArrayDeque<>();
        private final List<BrokenLink> found = new ArrayList<>();

        /** Before this place of the line, no closing bracket and no blank need be looked for. */
        private int fruitless;

        private Search(String text) {
            this.text = text;
        }

        private List<BrokenLink> links() {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '\n') {
                    open.clear();
                } else if (c == '[') {
                    open.push(i);
                } else if (c == ']') {
                    i = close(i);
                }
            }
            return found;
        }

        /** Reads what follows a closing bracket; returns where the last character read stands. */
        private int close(int at) {
            OptionalInt bracket = open.isEmpty() ? OptionalInt.empty() : OptionalInt.of(open.pop());
            int end = destinationEnd(at + 1);
            if (end > 0) {
                found.add(new BrokenLink(bracket, at, end));
            }
            return Math.max(at, end - 1);
        }

        /** The end of a destination of prose that begins with the bracket at a place, or -1. */
        private int destinationEnd(int at) {
            int prose = at < fruitless ? -1 : schemeEnd(text, at);
            if (prose < 0) {
                return -1;
            }
            int blank = prose;
            while (blank < text.length() && " )\n".indexOf(text.charAt(blank)) < 0) {
                blank++;
            }
            if (blank >= text.length() || text.charAt(blank) != ' ') {
                fruitless = blank;
                return -1;
            }
            return isHost(text.substring(prose, blank)) ? -1 : closing(blank);
        }

        private int closing(int from) {
            int i = from;
            while (i < text.length() && text.charAt(i) != '\n') {
                if (text.charAt(i) == ')' && text.charAt(i - 1) != '\\') {
                    return i + 1;
                }
                i++;
            }
            fruitless = i;
            return -1;
        }
    }

    private static int schemeEnd(String text, int at) {
        String start = text.substring(at, Math.min(text.length(), at + 9)).toLowerCase(Locale.ROOT);
        if (start.startsWith("(https://")) {
            return at + 9;
        }
        return start.startsWith("(http://") ? at + 8 : -1;
    }

    private static boolean isHost(String word) {
        return word.indexOf('.') > 0 || word.startsWith("localhost");
    }
}
