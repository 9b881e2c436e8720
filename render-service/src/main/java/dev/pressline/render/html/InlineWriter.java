package dev.pressline.render.html;

import dev.pressline.contract.document.Inline;
import dev.pressline.contract.identifier.Did;
import java.util.List;
import java.util.Optional;

/** Writes the inline content of one body. Not thread-safe. */
final class InlineWriter {

    private final Canvas canvas;
    private final Footnotes footnotes;
    private boolean inLink;

    InlineWriter(Canvas canvas, Footnotes footnotes) {
        this.canvas = canvas;
        this.footnotes = footnotes;
    }

    void write(List<Inline> children) {
        children.forEach(this::write);
    }

    private void write(Inline inline) {
        switch (inline) {
            case Inline.Text(String text) -> canvas.html().text(text);
            case Inline.Strong(List<Inline> children) -> wrap(Element.STRONG, children);
            case Inline.Emphasis(List<Inline> children) -> wrap(Element.EM, children);
            case Inline.Underline(List<Inline> children) -> wrap(Element.U, children);
            case Inline.Strikethrough(List<Inline> children) -> wrap(Element.S, children);
            case Inline.Highlight(List<Inline> children) -> wrap(Element.MARK, children);
            case Inline.Code(String text) -> canvas.html().element(Element.CODE, text);
            case Inline.Math(String tex) -> canvas.formula(tex, false);
            case Inline.Link(String href, List<Inline> children) ->
                    link(OutsideUrl.of(href), children);
            case Inline.Mention(Did did, List<Inline> children) ->
                    link(Optional.of(OutsideUrl.profile(did)), children);
            case Inline.FootnoteReference(String id) -> reference(id);
            case Inline.LineBreak lineBreak -> canvas.html().start(Element.BR).line();
        }
    }

    private void wrap(Element element, List<Inline> children) {
        canvas.html().start(element);
        write(children);
        canvas.html().end(element);
    }

    /** Writes a link, or its text alone where it leads nowhere safe or stands in another link. */
    private void link(Optional<OutsideUrl> url, List<Inline> children) {
        if (inLink || url.isEmpty()) {
            write(children);
            return;
        }
        canvas.startLink(url.get());
        inLink = true;
        if (PlainText.of(children).isBlank()) {
            canvas.html().text(url.get().host());
        } else {
            write(children);
        }
        inLink = false;
        canvas.html().end(Element.A);
    }

    /** Writes a reference; its id lies outside of the link, so that it has one in any case. */
    private void reference(String id) {
        Html html = canvas.html().start(Element.SUP);
        Optional<Footnotes.Reference> found = footnotes.reference(id);
        if (found.isEmpty()) {
            html.text("*").end(Element.SUP);
            return;
        }
        String prefix = canvas.context().idPrefix();
        String number = String.valueOf(found.get().number());
        html.with(Attribute.ID, prefix + "fnref-" + found.get().suffix());
        if (inLink) {
            html.text(number);
        } else {
            html.start(Element.A).with(Attribute.HREF, "#" + prefix + "fn-" + number);
            html.text(number).end(Element.A);
        }
        html.end(Element.SUP);
    }
}
