package dev.pressline.render.html;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The headings of one body: levels that start at 2 and never skip one, and ids that never repeat.
 * Not thread-safe.
 */
final class Outline {

    private static final int LONGEST_ID = 60;
    private static final int DEEPEST = 6;

    private final Deque<Integer> open = new ArrayDeque<>();
    private final Set<String> taken = new HashSet<>(Set.of("main"));

    /** The level at which to show the next heading, which its author gave {@code level}. */
    int level(int level) {
        while (!open.isEmpty() && open.peek() >= level) {
            open.pop();
        }
        open.push(level);
        return Math.min(open.size() + 1, DEEPEST);
    }

    /** The id of a heading of this text, empty if the text has neither letter nor digit. */
    Optional<String> id(String text) {
        String slug = slug(text);
        if (slug.isEmpty()) {
            return Optional.empty();
        }
        String id = slug;
        for (int i = 2; !taken.add(id); i++) {
            id = slug + '-' + i;
        }
        return Optional.of(id);
    }

    private static String slug(String text) {
        StringBuilder slug = new StringBuilder();
        text.toLowerCase(Locale.ROOT).codePoints().limit(LONGEST_ID).forEach(c -> append(slug, c));
        int end = slug.length();
        while (end > 0 && slug.charAt(end - 1) == '-') {
            end--;
        }
        String made = slug.substring(0, end);
        return made.startsWith("fn") ? "s-" + made : made;
    }

    private static void append(StringBuilder slug, int c) {
        if (Character.isLetterOrDigit(c)) {
            slug.appendCodePoint(c);
        } else if (!slug.isEmpty() && slug.charAt(slug.length() - 1) != '-') {
            slug.append('-');
        }
    }
}
