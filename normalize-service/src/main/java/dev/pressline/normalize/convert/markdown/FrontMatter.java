package dev.pressline.normalize.convert.markdown;

/** YAML between two lines of three dashes, before Markdown. Stateless. */
final class FrontMatter {

    private static final String FENCE = "---";

    private FrontMatter() {}

    /** The Markdown after the front matter; all of it where there is none or it never ends. */
    static String strip(String markdown) {
        int line = markdown.indexOf('\n');
        if (line < 0 || !markdown.substring(0, line).strip().equals(FENCE)) {
            return markdown;
        }
        while (line >= 0) {
            int next = markdown.indexOf('\n', line + 1);
            int end = next < 0 ? markdown.length() : next;
            if (markdown.substring(line + 1, end).strip().equals(FENCE)) {
                return markdown.substring(end);
            }
            line = next;
        }
        return markdown;
    }
}
