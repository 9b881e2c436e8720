package dev.pressline.render.page;

import static dev.pressline.render.html.Attribute.CLASS;
import static dev.pressline.render.html.Attribute.HREF;

import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.render.html.Element;
import dev.pressline.render.html.Html;
import dev.pressline.render.html.SiteUrls;
import dev.pressline.render.html.TextLanguage;
import java.util.Optional;

/**
 * Writes pages that say why there is nothing to read. They stand at any address, so their links
 * begin at the root. Stateless and thread-safe.
 */
final class NoticeWriter {

    private NoticeWriter() {}

    static byte[] bytes(SiteSettings settings, String title, String text) {
        SiteUrls urls = SiteUrls.below(settings.rootPath());
        Frame frame = new Frame(settings, urls, TextLanguage.ENGLISH, Optional.empty());
        Html html = Html.document();
        frame.startHead(html, title + " — " + settings.siteName());
        Frame.meta(html, "robots", "noindex");
        frame.startMain(html);
        html.start(Element.DIV).with(CLASS, "notice").line();
        html.element(Element.H1, title).line();
        html.element(Element.P, text).line();
        html.start(Element.P).start(Element.A).with(HREF, urls.to(ObjectKeys.FRONT));
        html.text("See what is new").end(Element.A).endLine(Element.P);
        html.endLine(Element.DIV);
        frame.end(html, new Channel.Front());
        return html.bytes();
    }
}
