package dev.pressline.normalize.repair;

import dev.pressline.normalize.text.HeadingLines;
import dev.pressline.normalize.text.MarkdownLinks;
import dev.pressline.normalize.text.StrongSpans;
import dev.pressline.normalize.text.StrongSpans.StrongSpan;

/** What tells that a plain text was Markdown, and no habit of its author. Stateless. */
final class MarkdownSigns {

    private MarkdownSigns() {}

    /** Whether a text holds a link, a heading, or a paragraph between double stars. */
    static boolean in(String text) {
        return !MarkdownLinks.find(text).isEmpty()
                || !HeadingLines.find(text).isEmpty()
                || StrongSpans.find(text).stream().anyMatch(StrongSpan::wholeLine);
    }
}
