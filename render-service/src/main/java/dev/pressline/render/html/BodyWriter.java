package dev.pressline.render.html;

import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Document;
import java.util.List;

/**
 * The body of a document as HTML: its blocks up to the end of the public part, then its footnotes.
 * Only elements and attributes of the closed sets can come out, and no URL but http, https, mailto
 * and those of the site. Stateless and thread-safe.
 */
public final class BodyWriter {

    private BodyWriter() {}

    /** Writes the body of a document; returns its headings that can be linked to, in order. */
    public static List<Section> write(Html html, Document document, BodyContext context) {
        Canvas canvas = new Canvas(html, context);
        List<Block> blocks = withoutTitle(document);
        if (blocks.isEmpty()) {
            new CardWriter(canvas).placeholder("This document has no text here.");
            return List.of();
        }
        Footnotes footnotes = new Footnotes(blocks);
        InlineWriter inlines = new InlineWriter(canvas, footnotes);
        BlockWriter writer = new BlockWriter(canvas, inlines);
        writer.write(blocks);
        List<Section> sections = List.copyOf(canvas.sections());
        new FootnoteWriter(canvas, footnotes, writer, inlines).write();
        return sections;
    }

    /** Whether a part of the document is for members only and hence not shown. */
    public static boolean isCut(Document document) {
        return document.body().blocks().stream().anyMatch(Children::holdBreak);
    }

    /** The blocks without a first heading that only repeats the title, which is shown already. */
    private static List<Block> withoutTitle(Document document) {
        List<Block> blocks = document.body().blocks();
        boolean repeated =
                !blocks.isEmpty()
                        && blocks.getFirst() instanceof Block.Heading heading
                        && PlainText.of(heading.children())
                                .strip()
                                .equalsIgnoreCase(document.title().strip());
        return repeated ? blocks.subList(1, blocks.size()) : blocks;
    }
}
