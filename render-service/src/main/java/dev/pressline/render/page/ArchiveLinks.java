package dev.pressline.render.page;

import static dev.pressline.render.html.Attribute.ARIA_LABEL;
import static dev.pressline.render.html.Attribute.CLASS;
import static dev.pressline.render.html.Attribute.HREF;
import static dev.pressline.render.html.Attribute.REL;

import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.render.html.Element;
import dev.pressline.render.html.Html;
import dev.pressline.render.html.SiteUrls;

/** Writes the way from one page of a channel to the others. Stateless and thread-safe. */
final class ArchiveLinks {

    private ArchiveLinks() {}

    /** Writes the links, or nothing where there is no other page. */
    static void write(Html html, ListingPage page, SiteUrls urls) {
        boolean isOnly = page.chapter().isEmpty() && page.place().older().isEmpty();
        if (isOnly) {
            return;
        }
        String channel = page.channel().folder();
        html.start(Element.NAV).with(CLASS, "paging").with(ARIA_LABEL, "Pages").line();
        if (page.place() instanceof ListingPage.Archived archived) {
            String newer = archived.newer().map(each -> each.folder(channel)).orElse(channel);
            link(html, urls.to(newer), "next", "Newer");
        }
        html.start(Element.A).with(HREF, urls.to(ObjectKeys.archive(channel)));
        html.text("Archive").endLine(Element.A);
        page.place()
                .older()
                .ifPresent(each -> link(html, urls.to(each.folder(channel)), "prev", "Older"));
        html.endLine(Element.NAV);
    }

    private static void link(Html html, String href, String relation, String text) {
        html.start(Element.A).with(REL, relation).with(HREF, href).text(text).endLine(Element.A);
    }
}
