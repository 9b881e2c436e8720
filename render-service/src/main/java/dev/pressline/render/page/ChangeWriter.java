package dev.pressline.render.page;

import static dev.pressline.render.html.Attribute.CLASS;
import static dev.pressline.render.html.Attribute.DIR;

import dev.pressline.contract.document.Certainty;
import dev.pressline.render.defect.Excerpt;
import dev.pressline.render.html.Element;
import dev.pressline.render.html.Html;

/** Writes what a repair changed, and how sure it is. Stateless and thread-safe. */
final class ChangeWriter {

    private ChangeWriter() {}

    /** Writes a change as a paragraph: what went struck out, what came underlined. */
    static void change(Html html, Excerpt excerpt) {
        html.start(Element.P).with(CLASS, "change").with(DIR, "auto").text(excerpt.lead());
        if (!excerpt.removed().isEmpty()) {
            html.element(Element.DEL, excerpt.removed());
        }
        if (!excerpt.added().isEmpty()) {
            html.element(Element.INS, excerpt.added());
        }
        html.text(excerpt.trail()).end(Element.P);
    }

    /** Says so where a repair is no more than likely. */
    static void certainty(Html html, Certainty certainty) {
        if (certainty == Certainty.INFERRED) {
            html.text(" ").start(Element.SMALL).with(CLASS, "certainty").text("inferred");
            html.end(Element.SMALL);
        }
    }
}
