package dev.pressline.render.html;

import dev.pressline.contract.document.Inline;
import java.util.List;

/** The text of inline content without its marks. Stateless and thread-safe. */
public final class PlainText {

    private PlainText() {}

    /** The text; a line break counts as a blank, a footnote reference as nothing. */
    public static String of(List<Inline> children) {
        StringBuilder out = new StringBuilder();
        append(out, children);
        return out.toString();
    }

    private static void append(StringBuilder out, List<Inline> children) {
        for (Inline child : children) {
            append(out, child);
        }
    }

    private static void append(StringBuilder out, Inline inline) {
        switch (inline) {
            case Inline.Text(String text) -> out.append(text);
            case Inline.Code(String text) -> out.append(text);
            case Inline.Math(String tex) -> out.append(tex);
            case Inline.Strong(List<Inline> children) -> append(out, children);
            case Inline.Emphasis(List<Inline> children) -> append(out, children);
            case Inline.Underline(List<Inline> children) -> append(out, children);
            case Inline.Strikethrough(List<Inline> children) -> append(out, children);
            case Inline.Highlight(List<Inline> children) -> append(out, children);
            case Inline.Link link -> append(out, link.children());
            case Inline.Mention mention -> append(out, mention.children());
            case Inline.FootnoteReference reference -> {}
            case Inline.LineBreak lineBreak -> out.append(' ');
        }
    }
}
