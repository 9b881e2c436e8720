package dev.pressline.render.feed;

import dev.pressline.contract.document.Author;
import dev.pressline.contract.document.Blob;
import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Document;
import dev.pressline.contract.document.Summary;
import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.render.html.Attribute;
import dev.pressline.render.html.BodyContext;
import dev.pressline.render.html.BodyWriter;
import dev.pressline.render.html.Element;
import dev.pressline.render.html.Encoder;
import dev.pressline.render.html.Html;
import dev.pressline.render.html.ImageWriter;
import dev.pressline.render.html.Medium;
import dev.pressline.render.html.OutsideUrl;
import dev.pressline.render.html.SiteUrls;
import dev.pressline.render.html.TextLanguage;
import dev.pressline.render.page.Covers;
import dev.pressline.render.page.ListingEntry;
import dev.pressline.render.page.Sensitivity;
import dev.pressline.render.page.SiteSettings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the three formats say of one document, each value computed once. Immutable.
 *
 * @param document the document
 * @param title its title, perhaps empty
 * @param authors who wrote it
 * @param tags its tags
 * @param id its identity
 * @param url its page on this site
 * @param original the publisher's page, if known
 * @param summary its summary
 * @param updated when it was last changed; the time of its rev where the record has no date
 * @param language the tag of its language
 * @param image the cover, where feed readers can show it
 * @param imageUrl the URL of the cover, empty without one
 * @param content the body as HTML with absolute URLs
 */
record Article(
        Document document,
        String title,
        List<Author> authors,
        List<String> tags,
        String id,
        String url,
        Optional<String> original,
        Optional<String> summary,
        Instant updated,
        Optional<String> language,
        Optional<Blob> image,
        String imageUrl,
        String content) {

    private static final String UNREADABLE_TYPE = "image/avif";

    static Article of(Document document, SiteSettings settings) {
        SiteUrls urls = SiteUrls.below(settings.publicUrl() + '/');
        Optional<Blob> image =
                Covers.of(document).filter(blob -> !blob.mimeType().equals(UNREADABLE_TYPE));
        return new Article(
                document,
                Encoder.clean(document.title()).strip(),
                document.authors(),
                visible(document.tags()),
                TagUri.of(document.uri()),
                urls.to(ObjectKeys.document(document.uri())),
                document.canonicalUrl().flatMap(OutsideUrl::of).map(OutsideUrl::toString),
                document.summary().map(Summary::text).flatMap(Article::visible),
                updated(document),
                TextLanguage.of(document.language()).tag(),
                image,
                image.map(blob -> urls.to(ObjectKeys.blob(document.uri().did(), blob.cid())))
                        .orElse(""),
                content(document, urls, image));
    }

    /** The same, of bounded size: cut where it is long, a link instead of the body. */
    Article brief() {
        ListingEntry entry = ListingEntry.of(document, Optional.empty());
        return new Article(
                document,
                Encoder.clean(entry.title()).strip(),
                entry.authors(),
                visible(entry.tags()),
                id,
                url,
                original,
                entry.summary().flatMap(Article::visible),
                updated,
                language,
                image,
                imageUrl,
                Sensitivity.of(document.labels()).isPresent() ? content : invitation(entry));
    }

    /** Those of which something is left when they are written. */
    private static List<String> visible(List<String> tags) {
        return tags.stream().flatMap(tag -> visible(tag).stream()).toList();
    }

    private static Optional<String> visible(String text) {
        return Optional.of(text).filter(each -> !Encoder.clean(each).isBlank());
    }

    private String invitation(ListingEntry entry) {
        Html html = Html.fragment();
        entry.summary().ifPresent(text -> html.element(Element.P, text).line());
        html.start(Element.P).start(Element.A).with(Attribute.HREF, url);
        html.text("Read the whole text").end(Element.A).endLine(Element.P);
        return html.text();
    }

    private static Instant updated(Document document) {
        return document.updatedAt()
                .or(document::publishedAt)
                .orElseGet(() -> document.rev().instant());
    }

    private static String content(Document document, SiteUrls urls, Optional<Blob> cover) {
        Html html = Html.fragment();
        TextLanguage language = TextLanguage.of(document.language());
        Optional<OutsideUrl> original = document.canonicalUrl().flatMap(OutsideUrl::of);
        Optional<Sensitivity> sensitivity = Sensitivity.of(document.labels());
        if (sensitivity.isPresent()) {
            html.element(Element.P, sensitivity.get().notice() + " It is not shown in feeds.");
            return html.line().text();
        }
        cover.filter(blob -> !isInBody(document, blob))
                .ifPresent(
                        blob -> {
                            html.start(Element.FIGURE);
                            new ImageWriter(document.uri().did(), urls)
                                    .image(
                                            html,
                                            blob,
                                            blob.alt().orElse(""),
                                            ImageWriter.Slot.ANYWHERE,
                                            true);
                            html.endLine(Element.FIGURE);
                        });
        String prefix = document.uri().rkey().value() + '-';
        BodyWriter.write(
                html,
                document,
                new BodyContext(
                        Medium.FEED, document.uri().did(), urls, original, prefix, language));
        return html.text();
    }

    private static boolean isInBody(Document document, Blob cover) {
        List<Block> blocks = document.body().blocks();
        return blocks.stream()
                .anyMatch(
                        block ->
                                block instanceof Block.Image image
                                        && image.picture()
                                                .blob()
                                                .filter(blob -> blob.cid().equals(cover.cid()))
                                                .isPresent());
    }
}
