package dev.pressline.render.page;

import static dev.pressline.render.html.Attribute.CLASS;
import static dev.pressline.render.html.Attribute.DATETIME;
import static dev.pressline.render.html.Attribute.DIR;
import static dev.pressline.render.html.Attribute.HREF;
import static dev.pressline.render.html.Attribute.REL;

import dev.pressline.contract.document.Author;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.render.html.Element;
import dev.pressline.render.html.Html;
import dev.pressline.render.html.OutsideUrl;
import dev.pressline.render.html.SiteUrls;
import dev.pressline.render.html.TextLanguage;
import java.time.Instant;
import java.util.List;

/** Writes who wrote a document, and when. Stateless and thread-safe. */
final class Byline {

    private Byline() {}

    /** Writes the authors, as items of a list; accounts with documents here have pages here. */
    static void authors(Html html, AtUri document, List<Author> authors, SiteUrls urls) {
        for (Author author : authors) {
            html.start(Element.LI).start(Element.A).with(CLASS, "p-author h-card");
            if (author.did().equals(document.did())) {
                html.with(HREF, urls.to(ObjectKeys.author(author.did())));
            } else {
                html.with(HREF, OutsideUrl.profile(author.did()).toString())
                        .with(REL, "nofollow noopener");
            }
            html.with(DIR, "auto").text(Names.of(author)).end(Element.A).endLine(Element.LI);
        }
    }

    /** Writes a date with its microformat class. */
    static void date(Html html, String styleClass, Instant date) {
        html.start(Element.TIME)
                .with(CLASS, styleClass)
                .with(DATETIME, Dates.rfc3339(date))
                .text(Dates.day(date))
                .end(Element.TIME);
    }

    /** Writes when a document was published, as an item of a list. */
    static void published(Html html, Instant date) {
        html.start(Element.LI);
        date(html, "dt-published", date);
        html.endLine(Element.LI);
    }

    /** Writes words of ours as an item of a list. */
    static void item(Html html, TextLanguage language, String text) {
        html.start(Element.LI).start(Element.SPAN);
        language.markEnglish(html);
        html.text(text).end(Element.SPAN).endLine(Element.LI);
    }
}
