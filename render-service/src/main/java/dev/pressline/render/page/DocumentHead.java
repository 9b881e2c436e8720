package dev.pressline.render.page;

import static dev.pressline.render.html.Attribute.CONTENT;
import static dev.pressline.render.html.Attribute.HREF;
import static dev.pressline.render.html.Attribute.PROPERTY;
import static dev.pressline.render.html.Attribute.REL;
import static dev.pressline.render.html.Attribute.TYPE;

import dev.pressline.contract.document.Blob;
import dev.pressline.contract.document.Document;
import dev.pressline.contract.document.Summary;
import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.render.html.Element;
import dev.pressline.render.html.Html;
import dev.pressline.render.html.OutsideUrl;
import dev.pressline.render.html.SiteUrls;
import java.util.Optional;

/** Writes the metadata of a document's page. Stateless and thread-safe. */
final class DocumentHead {

    private static final int LONGEST_DESCRIPTION = 300;

    private DocumentHead() {}

    /**
     * Writes the metadata.
     *
     * @param frame the page's frame
     * @param channel the channel whose feeds the page names
     */
    static void write(Html html, DocumentPage page, Frame frame, Channel channel) {
        Document document = page.document();
        SiteUrls absolute = SiteUrls.below(frame.settings().publicUrl() + '/');
        String own = absolute.to(ObjectKeys.document(document.uri()));
        String canonical =
                document.canonicalUrl()
                        .flatMap(OutsideUrl::of)
                        .map(OutsideUrl::toString)
                        .orElse(own);
        if (!page.isListed()) {
            Frame.meta(html, "robots", "noindex");
        }
        description(document).ifPresent(text -> Frame.meta(html, "description", text));
        link(html, "canonical", canonical);
        link(html, "site.standard.document", document.uri().toString());
        page.publication()
                .ifPresent(p -> link(html, "site.standard.publication", p.uri().toString()));
        frame.feeds(html, channel);
        html.start(Element.LINK).with(REL, "alternate").with(TYPE, "application/json");
        html.with(HREF, frame.urls().to(ObjectKeys.json(ObjectKeys.document(document.uri()))));
        html.line();
        openGraph(html, document, canonical);
        property(html, "og:site_name", channel.name(frame.settings()));
        cover(html, document, absolute);
        html.jsonLd(JsonLd.of(page, frame.settings(), absolute, canonical));
    }

    /** The summary, short enough for previews. */
    private static Optional<String> description(Document document) {
        return document.summary()
                .map(Summary::text)
                .filter(text -> !text.isBlank())
                .map(text -> Names.beginning(text.strip(), LONGEST_DESCRIPTION));
    }

    private static void openGraph(Html html, Document document, String url) {
        Optional<String> summary = document.summary().map(Summary::text);
        property(html, "og:type", "article");
        property(html, "og:title", Names.title(document.title(), summary));
        property(html, "og:url", url);
        description(document).ifPresent(text -> property(html, "og:description", text));
        document.publishedAt()
                .ifPresent(d -> property(html, "article:published_time", Dates.rfc3339(d)));
        document.updatedAt()
                .ifPresent(d -> property(html, "article:modified_time", Dates.rfc3339(d)));
        document.tags().forEach(tag -> property(html, "article:tag", tag));
    }

    private static void cover(Html html, Document document, SiteUrls absolute) {
        Optional<Blob> shown = Covers.of(document);
        Frame.meta(html, "twitter:card", shown.isPresent() ? "summary_large_image" : "summary");
        if (shown.isEmpty()) {
            return;
        }
        Blob blob = shown.get();
        property(html, "og:image", absolute.to(ObjectKeys.blob(document.uri().did(), blob.cid())));
        property(html, "og:image:type", blob.mimeType());
        blob.width().ifPresent(w -> property(html, "og:image:width", w.toString()));
        blob.height().ifPresent(h -> property(html, "og:image:height", h.toString()));
        blob.alt().ifPresent(alt -> property(html, "og:image:alt", alt));
    }

    private static void link(Html html, String relation, String href) {
        html.start(Element.LINK).with(REL, relation).with(HREF, href).line();
    }

    private static void property(Html html, String name, String content) {
        html.start(Element.META).with(PROPERTY, name).with(CONTENT, content).line();
    }
}
