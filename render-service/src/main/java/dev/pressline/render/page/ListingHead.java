package dev.pressline.render.page;

import static dev.pressline.render.html.Attribute.CONTENT;
import static dev.pressline.render.html.Attribute.HREF;
import static dev.pressline.render.html.Attribute.PROPERTY;
import static dev.pressline.render.html.Attribute.REL;

import dev.pressline.contract.document.Blob;
import dev.pressline.contract.document.Publication;
import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.render.html.Element;
import dev.pressline.render.html.Html;
import dev.pressline.render.html.ImageWriter;
import dev.pressline.render.html.SiteUrls;
import java.util.Optional;

/** Writes the metadata of listings for machines. Stateless and thread-safe. */
final class ListingHead {

    private ListingHead() {}

    /**
     * Writes the metadata of a page.
     *
     * @param page the page
     * @param frame the page's frame
     * @param title the title of the page
     * @param canonical the URL that is the page's own, the publisher's where there is one
     */
    static void write(Html html, ListingPage page, Frame frame, String title, String canonical) {
        Channel channel = page.channel();
        SiteUrls absolute = SiteUrls.below(frame.settings().publicUrl() + '/');
        Optional<Publication> publication = frame.publication();
        Frame.keepBack(html, channel);
        String about =
                channel.description()
                        .orElse("What is new from " + channel.name(frame.settings()) + ".");
        Frame.meta(html, "description", about);
        link(html, "canonical", canonical);
        publication.ifPresent(p -> link(html, "site.standard.publication", p.uri().toString()));
        frame.feeds(html, page.followed());
        property(html, "og:type", "website");
        property(html, "og:title", title);
        property(html, "og:url", canonical);
        property(html, "og:site_name", frame.settings().siteName());
        channel.description().ifPresent(text -> property(html, "og:description", text));
        publication.ifPresent(p -> icon(html, p, absolute));
        Frame.meta(html, "twitter:card", "summary");
        html.jsonLd(ChannelJsonLd.of(channel, frame.settings(), absolute, canonical));
    }

    private static void icon(Html html, Publication publication, SiteUrls absolute) {
        Optional<Blob> icon = publication.icon().filter(ImageWriter::isShown);
        icon.ifPresent(
                blob -> {
                    String key = ObjectKeys.blob(publication.uri().did(), blob.cid());
                    property(html, "og:image", absolute.to(key));
                    property(html, "og:image:type", blob.mimeType());
                    blob.width().ifPresent(w -> property(html, "og:image:width", w.toString()));
                    blob.height().ifPresent(h -> property(html, "og:image:height", h.toString()));
                });
    }

    private static void link(Html html, String relation, String href) {
        html.start(Element.LINK).with(REL, relation).with(HREF, href).line();
    }

    private static void property(Html html, String name, String content) {
        html.start(Element.META).with(PROPERTY, name).with(CONTENT, content).line();
    }
}
