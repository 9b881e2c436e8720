package dev.pressline.render.page;

/** Texts cut to what a listing has room for. Stateless. */
public final class Shortened {

    private Shortened() {}

    /** The text, or its beginning and an ellipsis: at most {@code longest} code points. */
    public static String text(String text, int longest) {
        if (text.length() <= longest || text.codePointCount(0, text.length()) <= longest) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
    }
}
