package dev.pressline.normalize.convert.inline;

import dev.pressline.contract.document.Inline;
import java.util.ArrayList;
import java.util.List;

/** Unstyled text as inlines. Stateless. */
public final class Texts {

    private Texts() {}

    /** The text with each line feed as a forced break; empty for an empty text. */
    public static List<Inline> lines(String text) {
        List<Inline> inlines = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            addText(text.substring(start, end), inlines);
            inlines.add(new Inline.LineBreak());
            start = end + 1;
        }
        addText(text.substring(start), inlines);
        return List.copyOf(inlines);
    }

    private static void addText(String text, List<Inline> inlines) {
        if (!text.isEmpty()) {
            inlines.add(new Inline.Text(text));
        }
    }
}
