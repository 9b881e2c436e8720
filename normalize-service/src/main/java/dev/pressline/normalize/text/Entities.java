package dev.pressline.normalize.text;

import java.util.Map;
import java.util.Optional;

/** The character references of HTML that escaped text is made of. Stateless. */
public final class Entities {

    private static final int LONGEST = 10;
    private static final Map<String, String> NAMED =
            Map.ofEntries(
                    Map.entry("amp", "&"),
                    Map.entry("lt", "<"),
                    Map.entry("gt", ">"),
                    Map.entry("quot", "\""),
                    Map.entry("apos", "'"),
                    Map.entry("nbsp", "\u00A0"),
                    Map.entry("lsquo", "‘"),
                    Map.entry("rsquo", "’"),
                    Map.entry("ldquo", "“"),
                    Map.entry("rdquo", "”"),
                    Map.entry("ndash", "–"),
                    Map.entry("mdash", "—"),
                    Map.entry("hellip", "…"));

    private Entities() {}

    /** A reference read at some place: what it stands for, and where it ends. */
    public record Entity(String name, String text, int end) {}

    /** The reference that begins with the ampersand at {@code at}, if it is one. */
    public static Optional<Entity> at(String text, int at) {
        return named(text, at + 1, at + 1);
    }

    /**
     * The reference that begins with the ampersand at {@code at} and was escaped again at least
     * once: {@code &amp;amp;} or {@code &amp;#8217;}.
     */
    public static Optional<Entity> escapedTwice(String text, int at) {
        int name = at + 1;
        while (text.startsWith("amp;", name)) {
            name += 4;
        }
        int levels = (name - at - 1) / 4;
        Optional<Entity> inner = levels == 0 ? Optional.empty() : named(text, name, name);
        return inner.or(() -> endsInAmpersand(levels, at));
    }

    private static Optional<Entity> endsInAmpersand(int levels, int at) {
        return levels < 2
                ? Optional.empty()
                : Optional.of(new Entity("amp", "&", at + 1 + 4 * levels));
    }

    private static Optional<Entity> named(String text, int start, int from) {
        int end = from;
        while (end < text.length() && end - start < LONGEST && isNamePart(text.charAt(end))) {
            end++;
        }
        if (end == start || end >= text.length() || text.charAt(end) != ';') {
            return Optional.empty();
        }
        String name = text.substring(start, end);
        int after = end + 1;
        return decode(name).map(decoded -> new Entity(name, decoded, after));
    }

    private static boolean isNamePart(char c) {
        return c == '#' || (c < 0x80 && Character.isLetterOrDigit(c));
    }

    private static Optional<String> decode(String name) {
        if (!name.startsWith("#")) {
            return Optional.ofNullable(NAMED.get(name));
        }
        boolean hex = name.startsWith("#x") || name.startsWith("#X");
        try {
            int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
            boolean printable = code >= 0xA0 || (code >= ' ' && code < 0x7F);
            boolean scalar = Character.isValidCodePoint(code) && !isSurrogate(code);
            return printable && scalar ? Optional.of(Character.toString(code)) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean isSurrogate(int code) {
        return code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
    }
}
