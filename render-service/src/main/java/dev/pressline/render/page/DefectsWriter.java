package dev.pressline.render.page;

import static dev.pressline.render.html.Attribute.CLASS;
import static dev.pressline.render.html.Attribute.DIR;
import static dev.pressline.render.html.Attribute.HREF;
import static dev.pressline.render.html.Attribute.ID;
import static dev.pressline.render.html.Attribute.REL;
import static dev.pressline.render.html.Attribute.TYPE;

import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.render.defect.DefectReport;
import dev.pressline.render.defect.Publisher;
import dev.pressline.render.html.Element;
import dev.pressline.render.html.Html;
import dev.pressline.render.html.SiteUrls;
import dev.pressline.render.html.TextLanguage;
import java.util.Optional;

/**
 * Writes what had to be repaired in the documents of a publisher, with examples and the way to mend
 * it at the source. Not thread-safe.
 */
final class DefectsWriter {

    private final DefectReport report;
    private final SiteUrls urls;
    private final Frame frame;
    private final Html html = Html.document();

    DefectsWriter(SiteSettings settings, DefectReport report) {
        this.report = report;
        this.urls = SiteUrls.relativeTo(report.publisher().folder());
        this.frame = new Frame(settings, urls, TextLanguage.ENGLISH, Optional.empty());
    }

    byte[] bytes() {
        frame.startHead(html, "Defects of " + name());
        Frame.meta(html, "robots", "noindex");
        frame.startMain(html);
        html.start(Element.DIV).with(CLASS, "defects").line();
        header();
        report.rules().forEach(this::rule);
        foot();
        html.endLine(Element.DIV);
        frame.end(html, new Channel.Front());
        return html.bytes();
    }

    private String name() {
        return report.name().orElse(frame.settings().siteName());
    }

    private void header() {
        html.start(Element.HEADER).line();
        html.start(Element.H1).text("Defects of ");
        html.start(Element.SPAN).with(DIR, "auto").text(name()).end(Element.SPAN);
        html.endLine(Element.H1);
        html.start(Element.P).with(CLASS, "lede");
        html.text(
                "What had to be repaired in these documents before they could be shown, and how"
                        + " to mend it where they are made.");
        html.endLine(Element.P).endLine(Element.HEADER);
    }

    private void rule(DefectReport.Rule rule) {
        html.start(Element.SECTION).with(ID, rule.rule()).line();
        html.element(Element.H2, rule.what()).line();
        html.start(Element.P).with(CLASS, "kicker").text(documents(rule.documents()) + " · ");
        html.element(Element.CODE, rule.rule() + " " + rule.version());
        ChangeWriter.certainty(html, rule.certainty());
        html.endLine(Element.P);
        html.start(Element.P).element(Element.STRONG, "To mend it:").text(" " + rule.fix());
        html.endLine(Element.P);
        html.start(Element.UL).line();
        rule.examples().forEach(this::example);
        html.endLine(Element.UL).endLine(Element.SECTION);
    }

    private static String documents(long number) {
        return number == 1 ? "1 document" : number + " documents";
    }

    private void example(DefectReport.Example example) {
        html.start(Element.LI).start(Element.A).with(DIR, "auto");
        html.with(HREF, urls.to(ObjectKeys.document(example.document())));
        html.text(Names.title(example.title(), Optional.empty())).end(Element.A).text(" ");
        html.element(Element.CODE, example.field());
        if (example.places() > 1) {
            int others = example.places() - 1;
            html.text(others == 1 ? " and another place" : " and " + others + " other places");
        }
        ChangeWriter.change(html, example.change());
        html.endLine(Element.LI);
    }

    private void foot() {
        html.start(Element.P).with(CLASS, "original");
        html.start(Element.A).with(HREF, urls.to(ObjectKeys.json(report.publisher().folder())));
        html.with(TYPE, "application/json").with(REL, "alternate").text("This report as JSON");
        html.end(Element.A);
        Publisher all = new Publisher.Everybody();
        if (!report.publisher().equals(all)) {
            html.text(" · ").start(Element.A).with(HREF, urls.to(all.folder()));
            html.text("Defects of all publishers").end(Element.A);
        }
        html.endLine(Element.P);
    }
}
