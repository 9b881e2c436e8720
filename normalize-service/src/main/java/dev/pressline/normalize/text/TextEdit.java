package dev.pressline.normalize.text;

/**
 * One replacement in a text: what stands from {@code start} (inclusive) to {@code end} (exclusive)
 * becomes {@code replacement}. Positions count UTF-16 units. Immutable.
 */
public record TextEdit(int start, int end, String replacement) {

    /** Checks that the range is one. */
    public TextEdit {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("no range: " + start + " to " + end);
        }
    }

    /** Takes a range out. */
    public static TextEdit removal(int start, int end) {
        return new TextEdit(start, end, "");
    }

    /** Puts a text in. */
    public static TextEdit insertion(int at, String text) {
        return new TextEdit(at, at, text);
    }

    /** By how many units the text grows. */
    int growth() {
        return replacement.length() - (end - start);
    }
}
