package dev.pressline.render.page;

import static dev.pressline.render.html.Attribute.ARIA_LABEL;
import static dev.pressline.render.html.Attribute.CLASS;
import static dev.pressline.render.html.Attribute.DIR;
import static dev.pressline.render.html.Attribute.HREF;
import static dev.pressline.render.html.Attribute.REL;

import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.render.html.Element;
import dev.pressline.render.html.Html;
import dev.pressline.render.html.SiteUrls;
import dev.pressline.render.html.TextLanguage;
import java.util.Optional;

/** Writes the way to the documents beside one. Stateless and thread-safe. */
final class NeighbourLinks {

    private NeighbourLinks() {}

    /** Writes both links, or nothing where there is neither. */
    static void write(Html html, Neighbours neighbours, SiteUrls urls, TextLanguage language) {
        if (neighbours.equals(Neighbours.NONE)) {
            return;
        }
        html.start(Element.NAV).with(CLASS, "neighbours").with(ARIA_LABEL, "Beside this");
        html.line();
        neighbours.previous().ifPresent(link -> link(html, link, "Previous", urls, language));
        neighbours.next().ifPresent(link -> link(html, link, "Next", urls, language));
        html.endLine(Element.NAV);
    }

    private static void link(
            Html html, PageLink link, String label, SiteUrls urls, TextLanguage language) {
        boolean next = label.equals("Next");
        html.start(Element.A).with(REL, next ? "next" : "prev");
        html.with(CLASS, next ? "next" : "previous");
        html.with(HREF, urls.to(ObjectKeys.document(link.document())));
        html.start(Element.SMALL);
        language.markEnglishWords(html);
        html.text(label).end(Element.SMALL).text(" ");
        html.start(Element.SPAN).with(DIR, "auto");
        html.text(Names.title(link.title(), Optional.empty()));
        html.end(Element.SPAN).endLine(Element.A);
    }
}
