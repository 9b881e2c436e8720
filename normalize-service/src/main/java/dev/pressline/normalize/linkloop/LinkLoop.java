package dev.pressline.normalize.linkloop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The loop itself, as Bridgy Fed's granary ran it before its commit 3d7f3169: find the first link
 * {@code [text](url)}, replace it by its text, note the text as a tag if the URL is http or https,
 * and again. A match starts at the first {@code [} of its line that lies before a completable
 * {@code ](url)} and ends at the first such one; a URL holds no blank and ends at the first {@code
 * )} without a backslash before it; a quoted title may follow. Not thread-safe: one use each.
 */
final class LinkLoop {

    /** The tags noted, in order, and the text left. */
    record Outcome(List<String> tags, String text) {}

    /** The link from {@code start} to before {@code end}; its text ends at {@code textEnd}. */
    private record Link(int start, int textEnd, String url, int end) {}

    private final StringBuilder text;
    private final List<String> tags = new ArrayList<>();
    private long stepsLeft;

    private LinkLoop(String source, long maxSteps) {
        text = new StringBuilder(source);
        stepsLeft = maxSteps;
    }

    /** Runs the loop to its end; empty if that takes more than {@code maxSteps} characters read. */
    static Optional<Outcome> run(String source, long maxSteps) {
        LinkLoop loop = new LinkLoop(source, maxSteps);
        int from = 0;
        while (loop.stepsLeft > 0) {
            Optional<Link> link = loop.next(from);
            if (link.isEmpty()) {
                return Optional.of(new Outcome(loop.tags, loop.text.toString()));
            }
            loop.replace(link.get());
            from = link.get().start;
        }
        return Optional.empty();
    }

    private void replace(Link link) {
        String anchor = text.substring(link.start + 1, link.textEnd);
        if (!anchor.isEmpty() && isWebAddress(link.url)) {
            tags.add(anchor);
        }
        stepsLeft -= text.length() - link.start;
        text.replace(link.start, link.end, anchor);
    }

    private static boolean isWebAddress(String url) {
        return url.startsWith("http://")
                || url.startsWith("https://")
                || url.equals(Sentinel.DESTINATION);
    }

    /** The first link at or after {@code from}, which must lie on no link of an earlier line. */
    private Optional<Link> next(int from) {
        int line = from;
        while (line < text.length()) {
            int end = Scan.lineEnd(text, line);
            stepsLeft -= end - line + 1;
            int open = Scan.indexOf(text, '[', line, end);
            Optional<Link> link = open < 0 ? Optional.empty() : closing(open, end);
            if (link.isPresent()) {
                return link;
            }
            line = end + 1;
        }
        return Optional.empty();
    }

    /** The link that starts at {@code open} and ends at the first completable destination. */
    private Optional<Link> closing(int open, int lineEnd) {
        int at = open + 1;
        while (at + 1 < lineEnd) {
            if (text.charAt(at) != ']' || text.charAt(at + 1) != '(') {
                at++;
                continue;
            }
            int stop = urlEnd(at + 2, lineEnd);
            int end = linkEnd(stop, lineEnd);
            if (end > 0) {
                return Optional.of(new Link(open, at, text.substring(at + 2, stop), end));
            }
            // No destination that starts before the same stop can be completed either.
            at = Math.max(at + 1, stop);
        }
        return Optional.empty();
    }

    /** Where a URL must end: at an unescaped closing bracket, at a blank, or with the line. */
    private int urlEnd(int start, int lineEnd) {
        int at = start;
        while (at < lineEnd && text.charAt(at) != ' ' && !isClosing(at)) {
            at++;
        }
        return at;
    }

    private boolean isClosing(int at) {
        return text.charAt(at) == ')' && text.charAt(at - 1) != '\\';
    }

    /** The end of the link whose URL ends at {@code stop}, or -1 if nothing closes it. */
    private int linkEnd(int stop, int lineEnd) {
        if (stop >= lineEnd) {
            return -1;
        }
        if (text.charAt(stop) == ')') {
            return stop + 1;
        }
        if (stop + 2 >= lineEnd || text.charAt(stop + 1) != '"') {
            return -1;
        }
        int quote = Scan.indexOf(text, '"', stop + 2, lineEnd);
        boolean closed = quote > 0 && quote + 1 < lineEnd && text.charAt(quote + 1) == ')';
        return closed ? quote + 2 : -1;
    }
}
