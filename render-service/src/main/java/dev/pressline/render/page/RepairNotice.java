package dev.pressline.render.page;

import static dev.pressline.render.html.Attribute.CLASS;
import static dev.pressline.render.html.Attribute.HREF;

import dev.pressline.contract.document.LinkAnchor;
import dev.pressline.contract.document.Repair;
import dev.pressline.render.defect.Excerpt;
import dev.pressline.render.defect.Publisher;
import dev.pressline.render.html.Element;
import dev.pressline.render.html.Html;
import dev.pressline.render.html.SiteUrls;
import dev.pressline.render.html.TextLanguage;
import java.util.List;

/**
 * Writes what was repaired in a document: every change with its field, its rule and its certainty.
 * Stateless and thread-safe.
 */
final class RepairNotice {

    private static final int MOST = 60;

    private RepairNotice() {}

    /** Writes the notice, or nothing for a document that came through unchanged. */
    static void write(Html html, DocumentPage page, SiteUrls urls, TextLanguage language) {
        List<Repair> repairs = page.document().repairs();
        if (repairs.isEmpty()) {
            return;
        }
        html.start(Element.DETAILS).with(CLASS, "repairs");
        language.markEnglish(html);
        html.line();
        String count = repairs.size() == 1 ? "one place" : repairs.size() + " places";
        html.element(Element.SUMMARY, "Repaired in " + count).line();
        html.element(
                        Element.P,
                        "The record of this document had defects. This is what was changed to show"
                                + " it; the record itself is as its author left it.")
                .line();
        html.start(Element.OL).line();
        repairs.stream().limit(MOST).forEach(repair -> repair(html, repair));
        html.endLine(Element.OL);
        if (repairs.size() > MOST) {
            html.element(Element.P, "And " + (repairs.size() - MOST) + " more.").line();
        }
        lostLinks(html, page.document().links());
        page.reportedBy().ifPresent(publisher -> report(html, publisher, urls));
        html.endLine(Element.DETAILS);
    }

    private static void repair(Html html, Repair repair) {
        html.start(Element.LI);
        html.element(Element.CODE, repair.field()).text(" ");
        html.text(repair.rule().replace('-', ' '));
        ChangeWriter.certainty(html, repair.certainty());
        ChangeWriter.change(html, Excerpt.of(repair.before(), repair.after()));
        html.endLine(Element.LI);
    }

    private static void report(Html html, Publisher publisher, SiteUrls urls) {
        html.start(Element.P).start(Element.A).with(HREF, urls.to(publisher.folder()));
        html.text("All defects of this publisher, and how to mend them").end(Element.A);
        html.endLine(Element.P);
    }

    private static void lostLinks(Html html, List<LinkAnchor> links) {
        List<String> lost =
                links.stream()
                        .filter(link -> link.href().isEmpty())
                        .map(LinkAnchor::text)
                        .distinct()
                        .limit(MOST)
                        .toList();
        if (lost.isEmpty()) {
            return;
        }
        html.element(Element.P, "Links of the original whose targets the record has lost:").line();
        html.start(Element.UL).with(CLASS, "lost").line();
        lost.forEach(text -> html.element(Element.LI, text).line());
        html.endLine(Element.UL);
    }
}
