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
        List<BrokenLink> found = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                open.clear();
            } else if (c == '[') {
                open.push(i);
            } else if (c == ']') {
                OptionalInt bracket =
                        open.isEmpty() ? OptionalInt.empty() : OptionalInt.of(open.pop());
                int end = destinationEnd(text, i + 1);
                if (end > 0) {
                    found.add(new BrokenLink(bracket, i, end));
                    i = end - 1;
                }
            }
        }
        return found;
    }

    /** The end of a destination of prose that begins with the bracket at {@code at}, or -1. */
    private static int destinationEnd(String text, int at) {
        int prose = schemeEnd(text, at);
        if (prose < 0) {
            return -1;
        }
        int blank = prose;
        while (blank < text.length() && " )\n".indexOf(text.charAt(blank)) < 0) {
            blank++;
        }
        boolean hasBlank = blank < text.length() && text.charAt(blank) == ' ';
        return hasBlank && !isHost(text.substring(prose, blank)) ? closing(text, blank) : -1;
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

    private static int closing(String text, int from) {
        for (int i = from; i < text.length() && text.charAt(i) != '\n'; i++) {
            if (text.charAt(i) == ')' && text.charAt(i - 1) != '\\') {
                return i + 1;
            }
        }
        return -1;
    }
}
