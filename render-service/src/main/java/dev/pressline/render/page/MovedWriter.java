package dev.pressline.render.page;

import static dev.pressline.render.html.Attribute.CLASS;
import static dev.pressline.render.html.Attribute.HREF;
import static dev.pressline.render.html.Attribute.REL;

import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.render.html.Element;
import dev.pressline.render.html.Html;
import dev.pressline.render.html.SiteUrls;
import dev.pressline.render.html.TextLanguage;
import java.util.Optional;

/**
 * Writes the page that stands where a document was published before it was published again: for
 * readers of a bucket, which cannot redirect. Stateless and thread-safe.
 */
final class MovedWriter {

    private MovedWriter() {}

    static byte[] bytes(SiteSettings settings, AtUri document, AtUri canonical) {
        SiteUrls urls = SiteUrls.relativeTo(ObjectKeys.document(document));
        Frame frame = new Frame(settings, urls, TextLanguage.ENGLISH, Optional.empty());
        Html html = Html.document();
        frame.startHead(html, "Published again — " + settings.siteName());
        Frame.meta(html, "robots", "noindex");
        String own = SiteUrls.below(settings.publicUrl() + '/').to(ObjectKeys.document(canonical));
        html.start(Element.LINK).with(REL, "canonical").with(HREF, own).line();
        frame.startMain(html);
        html.start(Element.DIV).with(CLASS, "notice").line();
        html.element(Element.H1, "Published again").line();
        html.start(Element.P).text("This was published again, and is kept at ");
        html.start(Element.A).with(HREF, urls.to(ObjectKeys.document(canonical)));
        html.text("its newer address").end(Element.A).text(".").endLine(Element.P);
        html.endLine(Element.DIV);
        frame.end(html, new Channel.Front());
        return html.bytes();
    }
}
