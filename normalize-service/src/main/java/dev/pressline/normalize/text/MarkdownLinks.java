package dev.pressline.normalize.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * Finds whole links and images of Markdown in plain text: {@code [anchor](https://…)}, perhaps with
 * a quoted title, outside code and on one line. Only {@code http} and {@code https} count, so
 * {@code f[i](a)} and {@code [sic](as written)} are prose. One pass, linear. Stateless.
 */
public final class MarkdownLinks {

    private static final int LONGEST_URL = 2_048;

    private MarkdownLinks() {}

    /**
     * A link. Its anchor runs from after {@code open} (the {@code [}) to {@code close} (the {@code
     * ]}), its destination to before {@code end}.
     *
     * @param image whether an exclamation mark before it makes it an image
     * @param inner whether it stands within the brackets of another link
     */
    public record MarkdownLink(
            int open, int close, int end, String url, boolean image, boolean inner) {}

    /** The links of a text, in the order of their ends. */
    public static List<MarkdownLink> find(String text) {
        return text.contains("](http") ? new Search(text).links() : List.of();
    }

    /** One pass over a text. */
    private static final class Search {

        private final String text;
        private final CodeStretches code;
        private final Deque<Integer> open = new ArrayDeque<>();
        private final List<MarkdownLink> found = new ArrayList<>();

        private Search(String text) {
            this.text = text;
            this.code = CodeStretches.of(text);
        }

        private List<MarkdownLink> links() {
            int at = 0;
            while (at < text.length()) {
                char c = text.charAt(at);
                if (c == '\n') {
                    open.clear();
                } else if (c == '[' && !code.hold(at)) {
                    open.push(at);
                } else if (c == ']' && !open.isEmpty() && !code.hold(at)) {
                    at = close(open.pop(), at);
                }
                at++;
            }
            return found;
        }

        /** Reads what follows a closing bracket; returns where the last character read stands. */
        private int close(int bracket, int at) {
            if (!isWeb(at + 1)) {
                return at;
            }
            int urlEnd = urlEnd(at + 2);
            int end = linkEnd(urlEnd);
            if (end < 0) {
                return urlEnd - 1;
            }
            boolean image = bracket > 0 && text.charAt(bracket - 1) == '!';
            String url = text.substring(at + 2, urlEnd);
            if (image || !text.substring(bracket + 1, at).isBlank()) {
                found.add(new MarkdownLink(bracket, at, end, url, image, !open.isEmpty()));
            }
            return end - 1;
        }

        private boolean isWeb(int at) {
            String start = text.substring(at, Math.min(text.length(), at + 9));
            String lower = start.toLowerCase(Locale.ROOT);
            return lower.startsWith("(https://") || lower.startsWith("(http://");
        }

        /** Where a URL must end: before a blank, or before the bracket that closes it. */
        private int urlEnd(int start) {
            int limit = Math.min(text.length(), start + LONGEST_URL);
            int depth = 0;
            for (int i = start; i < limit; i++) {
                char c = text.charAt(i);
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                if (depth < 0 || Character.isWhitespace(c)) {
                    return i;
                }
            }
            return limit;
        }

        /** The end of a link whose URL ends at a place, or -1 if nothing closes it. */
        private int linkEnd(int urlEnd) {
            if (text.startsWith(")", urlEnd)) {
                return urlEnd + 1;
            }
            if (!text.startsWith(" \"", urlEnd)) {
                return -1;
            }
            int quote = text.indexOf("\")", urlEnd + 2);
            boolean near = quote >= 0 && quote < Math.min(lineEnd(urlEnd), urlEnd + LONGEST_URL);
            return near ? quote + 2 : -1;
        }

        private int lineEnd(int at) {
            return Lines.end(text, at);
        }
    }
}
