package dev.pressline.normalize.text;

/** Lines of a text, which end at line feeds. Stateless. */
public final class Lines {

    private Lines() {}

    /** Where the line of a place ends: at its line feed, or with the text. */
    public static int end(String text, int at) {
        int feed = text.indexOf('\n', at);
        return feed < 0 ? text.length() : feed;
    }

    /** Whether nothing, or only blanks, stand in the line that ends just before a line start. */
    public static boolean isBlankBefore(String text, int lineStart) {
        if (lineStart == 0) {
            return true;
        }
        int start = text.lastIndexOf('\n', lineStart - 2) + 1;
        return text.substring(start, lineStart).isBlank();
    }

    /** Whether nothing, or only blanks, stand in the line after the one that ends at a place. */
    public static boolean isBlankAfter(String text, int lineEnd) {
        return lineEnd >= text.length()
                || text.substring(lineEnd + 1, end(text, lineEnd + 1)).isBlank();
    }
}
