package dev.pressline.render.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a {@code Range} header (RFC 9110, 14.2) asks for of a body. Immutable. */
sealed interface ByteRange {

    /** All of it: no header, or one that we may ignore, as for several ranges at once. */
    record Whole() implements ByteRange {}

    /** The bytes from {@code first} to {@code last}, both included. */
    record Part(long first, long last) implements ByteRange {

        long length() {
            return last - first + 1;
        }
    }

    /** Nothing that the body has. */
    record Unsatisfiable() implements ByteRange {}

    /** Reads a header for a body of {@code size} bytes. */
    static ByteRange of(@Nullable String header, long size) {
        Matcher range = Header.ONE_RANGE.matcher(header == null ? "" : header.strip());
        if (!range.matches()) {
            return new Whole();
        }
        String from = range.group(1);
        String to = range.group(2);
        if (from.isEmpty()) {
            return to.isEmpty() ? new Whole() : last(Long.parseLong(to), size);
        }
        long first = Long.parseLong(from);
        long last = to.isEmpty() ? size - 1 : Math.min(Long.parseLong(to), size - 1);
        if (!to.isEmpty() && Long.parseLong(to) < first) {
            return new Whole();
        }
        return first >= size ? new Unsatisfiable() : new Part(first, last);
    }

    private static ByteRange last(long bytes, long size) {
        return bytes == 0 || size == 0
                ? new Unsatisfiable()
                : new Part(Math.max(0, size - bytes), size - 1);
    }

    /** How such a header looks. */
    final class Header {

        private static final Pattern ONE_RANGE =
                Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})", Pattern.CASE_INSENSITIVE);

        private Header() {}
    }
}
