package dev.pressline.render.html;

/**
 * The one encoder of text for HTML and XML. Keeps the characters that both allow without complaint:
 * lone surrogates become U+FFFD, every other end of line a line feed; control characters,
 * noncharacters and combining marks beyond {@link CombiningMarks#MOST} on one letter go. Stateless
 * and thread-safe.
 */
public final class Encoder {

    private static final char REPLACEMENT = '\uFFFD';
    private static final char NEXT_LINE = '\u0085';

    private Encoder() {}

    /** Appends text as element content. */
    public static void text(StringBuilder out, String text) {
        append(out, text, false);
    }

    /** Appends text as an attribute value, to stand between double quotes. */
    public static void attribute(StringBuilder out, String value) {
        append(out, value, true);
    }

    /** The text with the characters alone that are kept, not escaped; itself if it is clean. */
    public static String clean(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char kept = kept(text, i, c);
            if (out == null && (kept != c || c == 0)) {
                out = new StringBuilder(text.length()).append(text, 0, i);
            }
            if (out != null && kept != 0) {
                out.append(kept);
            }
        }
        return out == null ? text : out.toString();
    }

    private static void append(StringBuilder out, String text, boolean quoted) {
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isPlain(c)) {
                continue;
            }
            String written = written(text, i, c, quoted);
            out.append(text, done, i).append(written);
            done = i + 1;
        }
        out.append(text, done, text.length());
    }

    private static boolean isPlain(char c) {
        return c >= ' '
                && c < Character.MIN_SURROGATE
                && !isControl(c)
                && !CombiningMarks.isMark(c)
                && c != '&'
                && c != '<'
                && c != '>'
                && c != '"';
    }

    private static String written(String text, int index, char c, boolean quoted) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> quoted ? "&quot;" : "\"";
            default -> {
                char kept = kept(text, index, c);
                boolean blank = kept == '\n' || kept == '\t';
                yield kept == 0 ? "" : quoted && blank ? "&#" + (int) kept + ';' : "" + kept;
            }
        };
    }

    private static boolean isControl(char c) {
        return c >= 0x7f && c <= 0x9f;
    }

    /** The character itself, U+FFFD for a lone surrogate, 0 where nothing may stand. */
    private static char kept(String text, int index, char c) {
        if (CombiningMarks.isOneTooMany(text, index)) {
            return 0;
        }
        if (c == '\r') {
            boolean paired = index + 1 < text.length() && text.charAt(index + 1) == '\n';
            return paired ? 0 : '\n';
        }
        if (c < ' ') {
            return c == '\t' || c == '\n' ? c : 0;
        }
        if (isControl(c)) {
            return c == NEXT_LINE ? '\n' : 0;
        }
        if (Character.isHighSurrogate(c)) {
            boolean paired =
                    index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1));
            return paired ? c : REPLACEMENT;
        }
        if (Character.isLowSurrogate(c)) {
            boolean paired = index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
            return paired ? c : REPLACEMENT;
        }
        return c >= '\uFFFE' || (c >= '\uFDD0' && c <= '\uFDEF') ? 0 : c;
    }
}
