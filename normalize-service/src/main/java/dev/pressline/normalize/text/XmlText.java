package dev.pressline.normalize.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The characters that XML 1.0, and so every feed, can carry: tab, line feed, carriage return, and
 * everything from the blank upwards but lone surrogates, U+FFFE and U+FFFF. Stateless.
 */
public final class XmlText {

    private static final String REPLACEMENT = "\uFFFD";

    private XmlText() {}

    /** Whether a text holds none of the characters that {@link #unsafe} finds. */
    public static boolean isSafe(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= Character.MIN_SURROGATE || isControl(c)) {
                return unsafe(text, "").isEmpty();
            }
        }
        return true;
    }

    /**
     * The edits that make a text safe: controls become {@code instead}, lone surrogates and
     * noncharacters U+FFFD. Empty for a safe text.
     */
    public static List<TextEdit> unsafe(String text, String instead) {
        List<TextEdit> edits = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < Character.MIN_SURROGATE) {
                continue;
            }
            if (isPair(text, i)) {
                i++;
            } else if (isControl(c)) {
                edits.add(new TextEdit(i, i + 1, instead));
            } else if (Character.isSurrogate(c) || c >= '\uFFFE') {
                edits.add(new TextEdit(i, i + 1, REPLACEMENT));
            }
        }
        return edits;
    }

    /** The text with every unsafe character spelled out, such as {@code \}{@code u0000}. */
    public static String spelledOut(String text) {
        if (isSafe(text)) {
            return text;
        }
        List<TextEdit> spelled =
                unsafe(text, "").stream()
                        .map(e -> new TextEdit(e.start(), e.end(), escape(text.charAt(e.start()))))
                        .toList();
        return MarkedText.of(text).edit(spelled).text();
    }

    private static boolean isPair(String text, int i) {
        return i + 1 < text.length()
                && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
    }

    private static boolean isControl(char c) {
        return c < ' ' && c != '\t' && c != '\n' && c != '\r';
    }

    private static String escape(char c) {
        return String.format(Locale.ROOT, "\\u%04x", (int) c);
    }
}
