package dev.pressline.local.cli;

/**
 * Foreign text for a terminal: control characters, which could command it, become dots, and what is
 * long is cut. Stateless.
 */
final class Printable {

    private Printable() {}

    static String of(String text, int longest) {
        StringBuilder printable = new StringBuilder(Math.min(text.length(), longest));
        text.codePoints()
                .limit(longest)
                .forEach(
                        point ->
                                printable.appendCodePoint(
                                        Character.isISOControl(point) || isDirection(point)
                                                ? '.'
                                                : point));
        return text.codePointCount(0, text.length()) > longest
                ? printable + "…"
                : printable.toString();
    }

    private static boolean isDirection(int point) {
        return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
    }
}
