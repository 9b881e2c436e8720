package dev.pressline.render.page;

import static dev.pressline.render.html.Attribute.ACTION;
import static dev.pressline.render.html.Attribute.ARIA_LABEL;
import static dev.pressline.render.html.Attribute.CLASS;
import static dev.pressline.render.html.Attribute.DIR;
import static dev.pressline.render.html.Attribute.HREF;
import static dev.pressline.render.html.Attribute.ID;
import static dev.pressline.render.html.Attribute.MAXLENGTH;
import static dev.pressline.render.html.Attribute.NAME;
import static dev.pressline.render.html.Attribute.REL;
import static dev.pressline.render.html.Attribute.ROLE;
import static dev.pressline.render.html.Attribute.TYPE;
import static dev.pressline.render.html.Attribute.VALUE;

import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.render.html.Element;
import dev.pressline.render.html.Html;
import dev.pressline.render.html.SiteUrls;
import dev.pressline.render.html.TextLanguage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Writes a page of what a reader has searched for, below the form. Not thread-safe. */
final class SearchWriter {

    private final SearchPage page;
    private final SiteUrls urls;
    private final Frame frame;
    private final Html html = Html.document();

    SearchWriter(SiteSettings settings, SearchPage page) {
        this.page = page;
        this.urls = SiteUrls.relativeTo(SearchPage.FOLDER);
        this.frame = new Frame(settings, urls, TextLanguage.ENGLISH, Optional.empty());
    }

    byte[] bytes() {
        frame.startHead(html, title() + " — " + frame.settings().siteName());
        Frame.meta(html, "robots", "noindex");
        Frame.meta(html, "description", "Texts on this site by the words they hold.");
        frame.startMain(html);
        html.start(Element.DIV).with(CLASS, "listing search").line();
        html.start(Element.HEADER).line().element(Element.H1, "Search").line();
        form();
        html.endLine(Element.HEADER);
        if (isAsked()) {
            outcome();
        }
        page.hits().forEach(this::hit);
        paging();
        html.endLine(Element.DIV);
        frame.end(html, new Channel.Front());
        return html.bytes();
    }

    private boolean isAsked() {
        return !page.query().isBlank();
    }

    private String title() {
        return isAsked() ? page.query() + " — Search" : "Search";
    }

    private void form() {
        html.start(Element.FORM).with(ACTION, urls.to(SearchPage.FOLDER)).with(ROLE, "search");
        html.line().start(Element.INPUT).with(TYPE, "search").with(NAME, "q").with(ID, "q");
        html.with(VALUE, page.query()).with(MAXLENGTH, SearchPage.LONGEST_QUERY);
        html.with(DIR, "auto").with(ARIA_LABEL, "Words to search for").line();
        html.start(Element.BUTTON).with(TYPE, "submit").text("Search").endLine(Element.BUTTON);
        html.endLine(Element.FORM);
        html.start(Element.P).with(CLASS, "original");
        html.text("All words have to be there. Also: ");
        html.element(Element.CODE, "\"these words together\"").text(", ");
        html.element(Element.CODE, "-without").text(", ");
        html.element(Element.CODE, "tag:privacy").text(".").endLine(Element.P);
    }

    private void outcome() {
        html.start(Element.P).with(CLASS, "original").with(ROLE, "status");
        if (page.found() == 0) {
            html.text("Nothing was found. Fewer or other words may help.");
        } else {
            html.text(page.exact() ? "" : "More than ");
            html.text(page.found() == 1 ? "1 document" : page.found() + " documents");
            html.text(page.number() > 1 ? ", page " + page.number() : "");
        }
        html.endLine(Element.P);
    }

    private void hit(SearchHit hit) {
        ListingEntry entry = hit.entry();
        TextLanguage language = TextLanguage.of(entry.language());
        html.start(Element.ARTICLE).with(CLASS, "entry").line();
        html.start(Element.H2);
        language.markText(html);
        html.start(Element.A).with(HREF, urls.to(ObjectKeys.document(entry.uri())));
        html.text(Names.title(entry.title(), entry.summary())).end(Element.A);
        html.endLine(Element.H2);
        html.start(Element.P).with(CLASS, "p-summary");
        language.markText(html);
        excerpt(hit);
        html.endLine(Element.P);
        byline(entry);
        html.endLine(Element.ARTICLE);
    }

    private void excerpt(SearchHit hit) {
        if (hit.excerpt().isEmpty()) {
            html.text(hit.entry().summary().orElse(""));
        }
        for (SearchHit.Part part : hit.excerpt()) {
            if (part.found()) {
                html.element(Element.MARK, part.text());
            } else {
                html.text(part.text());
            }
        }
    }

    private void byline(ListingEntry entry) {
        html.start(Element.UL).with(CLASS, "byline").line();
        entry.publishedAt().ifPresent(date -> Byline.published(html, date));
        Byline.authors(html, entry.uri(), entry.authors(), urls);
        html.endLine(Element.UL);
    }

    private void paging() {
        if (page.number() == 1 && !page.hasNext()) {
            return;
        }
        html.start(Element.NAV).with(CLASS, "paging").with(ARIA_LABEL, "Pages").line();
        if (page.number() > 1) {
            link(page.number() - 1, "prev", "Better matches");
        }
        if (page.hasNext()) {
            link(page.number() + 1, "next", "More results");
        }
        html.endLine(Element.NAV);
    }

    private void link(int number, String relation, String text) {
        String query = URLEncoder.encode(page.query(), StandardCharsets.UTF_8);
        html.start(Element.A).with(REL, relation);
        html.with(HREF, urls.to(SearchPage.FOLDER) + "?q=" + query + "&page=" + number);
        html.text(text).endLine(Element.A);
    }
}
