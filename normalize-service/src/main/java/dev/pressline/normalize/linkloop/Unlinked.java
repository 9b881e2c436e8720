package dev.pressline.normalize.linkloop;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A source whose links with the lost destination were stripped to their innermost anchors.
 *
 * @param text the text
 * @param anchors where the anchors stand in it, in the order of the links
 */
record Unlinked(String text, List<Range> anchors) {

    /** From {@code start} to before {@code end}. */
    record Range(int start, int end) {}

    /** Strips the links; empty if a link has no opening bracket left. */
    static Optional<Unlinked> of(String source) {
        Stripping stripping = new Stripping(source);
        return stripping.run()
                ? Optional.of(new Unlinked(stripping.out.toString(), stripping.anchors))
                : Optional.empty();
    }

    /** One pass over the source. */
    private static final class Stripping {

        private final String source;
        private final StringBuilder out = new StringBuilder();
        private final List<Range> anchors = new ArrayList<>();
        private final Deque<Integer> open = new ArrayDeque<>();

        private Stripping(String source) {
            this.source = source;
        }

        private boolean run() {
            int at = 0;
            while (at < source.length()) {
                if (source.startsWith(Sentinel.CLOSING, at)) {
                    if (open.isEmpty()) {
                        return false;
                    }
                    close(open.pop());
                    at += Sentinel.CLOSING.length();
                } else {
                    plain(source.charAt(at++));
                }
            }
            return true;
        }

        private void close(int bracket) {
            out.deleteCharAt(bracket);
            anchors.replaceAll(r -> r.start > bracket ? new Range(r.start - 1, r.end - 1) : r);
            anchors.add(new Range(bracket, out.length()));
        }

        private void plain(char c) {
            if (c == '[') {
                open.push(out.length());
            } else if (c == ']' && !open.isEmpty()) {
                open.pop();
            } else if (c == '\n') {
                open.clear();
            }
            out.append(c);
        }
    }
}
