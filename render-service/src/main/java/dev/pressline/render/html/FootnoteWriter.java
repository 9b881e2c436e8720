package dev.pressline.render.html;

import dev.pressline.contract.document.Block;
import java.util.List;

/** Writes the footnotes behind one body. Not thread-safe. */
final class FootnoteWriter {

    private final Canvas canvas;
    private final Footnotes footnotes;
    private final BlockWriter blocks;
    private final InlineWriter inlines;

    FootnoteWriter(Canvas canvas, Footnotes footnotes, BlockWriter blocks, InlineWriter inlines) {
        this.canvas = canvas;
        this.footnotes = footnotes;
        this.blocks = blocks;
        this.inlines = inlines;
    }

    /** Writes those that the body refers to, then the others of its public part. */
    void write() {
        footnotes.addUnreferenced();
        if (footnotes.count() == 0) {
            return;
        }
        Html html = canvas.html();
        if (canvas.isPage()) {
            html.start(Element.SECTION)
                    .with(Attribute.CLASS, "footnotes")
                    .with(Attribute.ARIA_LABEL, "Footnotes")
                    .line();
        } else {
            html.start(Element.HR).line();
        }
        html.start(Element.OL).line();
        for (int number = 1; number <= footnotes.count(); number++) {
            footnote(number);
        }
        html.endLine(Element.OL);
        if (canvas.isPage()) {
            html.endLine(Element.SECTION);
        }
    }

    private void footnote(int number) {
        String prefix = canvas.context().idPrefix();
        canvas.html().start(Element.LI).with(Attribute.ID, prefix + "fn-" + number);
        canvas.beginPublicPart();
        List<Block> content = footnotes.content(number);
        boolean closesWithText = !content.isEmpty() && content.getLast() instanceof Block.Paragraph;
        blocks.write(closesWithText ? content.subList(0, content.size() - 1) : content);
        canvas.html().start(Element.P);
        if (closesWithText
                && !canvas.hasEnded()
                && content.getLast() instanceof Block.Paragraph last) {
            inlines.write(last.children());
        }
        backLinks(number);
        canvas.html().end(Element.P).endLine(Element.LI);
    }

    private void backLinks(int number) {
        for (int i = 1; i <= footnotes.references(number); i++) {
            String suffix = new Footnotes.Reference(number, i).suffix();
            canvas.html()
                    .text(" ")
                    .start(Element.A)
                    .with(Attribute.HREF, "#" + canvas.context().idPrefix() + "fnref-" + suffix)
                    .with(Attribute.ARIA_LABEL, "Back to reference " + suffix)
                    .text("↩\uFE0E")
                    .end(Element.A);
        }
    }
}
