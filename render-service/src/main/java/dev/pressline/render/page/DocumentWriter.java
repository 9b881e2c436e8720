package dev.pressline.render.page;

import static dev.pressline.render.html.Attribute.CLASS;
import static dev.pressline.render.html.Attribute.DIR;
import static dev.pressline.render.html.Attribute.HREF;
import static dev.pressline.render.html.Attribute.REL;

import dev.pressline.contract.document.Blob;
import dev.pressline.contract.document.Document;
import dev.pressline.contract.document.Publication;
import dev.pressline.contract.document.Summary;
import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.render.html.BodyContext;
import dev.pressline.render.html.BodyWriter;
import dev.pressline.render.html.Element;
import dev.pressline.render.html.Html;
import dev.pressline.render.html.ImageWriter;
import dev.pressline.render.html.Medium;
import dev.pressline.render.html.OutsideUrl;
import dev.pressline.render.html.Section;
import dev.pressline.render.html.SiteUrls;
import dev.pressline.render.html.TextLanguage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes the page of one document. Not thread-safe. */
final class DocumentWriter {

    private static final int LONG_TITLE = 90;

    private final DocumentPage page;
    private final Document document;
    private final SiteUrls urls;
    private final TextLanguage language;
    private final Optional<OutsideUrl> original;
    private final Frame frame;
    private final Html html = Html.document();

    DocumentWriter(SiteSettings settings, DocumentPage page) {
        this.page = page;
        this.document = page.document();
        this.urls = SiteUrls.relativeTo(ObjectKeys.document(document.uri()));
        this.language = TextLanguage.of(document.language());
        this.original = document.canonicalUrl().flatMap(OutsideUrl::of);
        this.frame = new Frame(settings, urls, language, page.publication());
    }

    byte[] bytes() {
        Channel channel = Channel.around(document, page.publication());
        frame.startHead(html, title() + " — " + channel.name(frame.settings()));
        DocumentHead.write(html, page, frame, channel);
        frame.startMain(html);
        html.start(Element.ARTICLE).with(CLASS, "document h-entry").line();
        header();
        Sensitivity.of(document.labels()).ifPresentOrElse(this::coveredBody, this::body);
        footer();
        html.endLine(Element.ARTICLE);
        NeighbourLinks.write(html, page.neighbours(), urls, language);
        frame.end(html, channel);
        return html.bytes();
    }

    private String title() {
        return Names.title(document.title(), document.summary().map(Summary::text));
    }

    private void header() {
        html.start(Element.HEADER).line();
        kicker();
        String title = title();
        boolean isLong = title.codePointCount(0, title.length()) > LONG_TITLE;
        html.start(Element.H1).with(CLASS, isLong ? "p-name long" : "p-name");
        html.with(DIR, "auto").text(title).endLine(Element.H1);
        Lede.of(document)
                .ifPresent(
                        text ->
                                html.start(Element.P)
                                        .with(CLASS, "lede p-summary")
                                        .with(DIR, "auto")
                                        .text(text)
                                        .endLine(Element.P));
        byline();
        html.endLine(Element.HEADER);
        cover();
    }

    /** Writes where the document belongs. */
    private void kicker() {
        if (page.publication().isPresent()) {
            Publication joined = page.publication().get();
            html.start(Element.P).with(CLASS, "kicker").start(Element.A);
            html.with(HREF, urls.to(ObjectKeys.publication(joined.uri()))).with(DIR, "auto");
            html.text(new Channel.OfPublication(joined).name(frame.settings()));
            html.end(Element.A).endLine(Element.P);
            return;
        }
        Optional<OutsideUrl> site = document.site().url().flatMap(OutsideUrl::of);
        if (site.isPresent()) {
            html.start(Element.P).with(CLASS, "kicker");
            outside(site.get(), site.get().host());
            html.endLine(Element.P);
        }
    }

    private void byline() {
        html.start(Element.UL).with(CLASS, "byline").line();
        Byline.authors(html, document.uri(), document.authors(), urls);
        document.publishedAt().ifPresent(this::published);
        document.updatedAt()
                .filter(date -> document.publishedAt().map(date::isAfter).orElse(true))
                .ifPresent(this::updated);
        if (document.words() > 0) {
            Byline.item(html, language, document.readingMinutes() + " min read");
        }
        html.endLine(Element.UL);
    }

    /** Writes the date of publication, which is also the link to this very page. */
    private void published(Instant date) {
        html.start(Element.LI).start(Element.A).with(CLASS, "u-url").with(HREF, ownUrl());
        language.markEnglish(html);
        Byline.date(html, "dt-published", date);
        html.end(Element.A).endLine(Element.LI);
    }

    private void updated(Instant date) {
        html.start(Element.LI);
        language.markEnglishWords(html);
        html.text("updated ");
        Byline.date(html, "dt-updated", date);
        html.endLine(Element.LI);
    }

    private String ownUrl() {
        return urls.to(ObjectKeys.document(document.uri()));
    }

    private void cover() {
        Optional<Blob> shown = Covers.of(document);
        if (shown.isPresent()) {
            html.start(Element.FIGURE).with(CLASS, "cover");
            new ImageWriter(document.uri().did(), urls)
                    .image(
                            html,
                            shown.get(),
                            shown.get().alt().orElse(""),
                            ImageWriter.Slot.COLUMN,
                            true)
                    .with(CLASS, "u-featured");
            html.endLine(Element.FIGURE);
        }
    }

    private void coveredBody(Sensitivity sensitivity) {
        html.start(Element.DETAILS).with(CLASS, "covered").line();
        html.start(Element.SUMMARY);
        language.markEnglish(html);
        html.text(sensitivity.notice() + " Show it").endLine(Element.SUMMARY);
        body();
        html.endLine(Element.DETAILS);
    }

    private void body() {
        Html text = Html.fragment();
        List<Section> sections =
                BodyWriter.write(
                        text,
                        document,
                        new BodyContext(
                                Medium.PAGE, document.uri().did(), urls, original, "", language));
        Contents.write(html, document, sections, language);
        html.start(Element.DIV).with(CLASS, "e-content");
        language.markText(html);
        html.line().append(text).endLine(Element.DIV);
    }

    private void footer() {
        Optional<OutsideUrl> post =
                document.discussion().flatMap(given -> OutsideUrl.post(given.uri()));
        boolean empty = document.tags().isEmpty() && document.repairs().isEmpty();
        if (empty && original.isEmpty() && post.isEmpty()) {
            return;
        }
        html.start(Element.FOOTER).line();
        tags();
        original.ifPresent(this::original);
        post.ifPresent(this::discussion);
        RepairNotice.write(html, page, urls, language);
        html.endLine(Element.FOOTER);
    }

    private void original(OutsideUrl url) {
        html.start(Element.P).with(CLASS, "original");
        language.markEnglish(html);
        html.text("The original is at ");
        outside(url, url.host());
        html.text(".").endLine(Element.P);
    }

    private void tags() {
        if (document.tags().isEmpty()) {
            return;
        }
        html.start(Element.UL).with(CLASS, "tags").line();
        Set<Tag> found = Set.copyOf(page.isListed() ? Tag.of(document.tags()) : List.of());
        for (String written : document.tags()) {
            html.start(Element.LI).with(DIR, "auto");
            Tag.of(written)
                    .filter(found::contains)
                    .ifPresentOrElse(
                            tag -> tagLink(tag, written),
                            () -> html.with(CLASS, "p-category").text(written));
            html.endLine(Element.LI);
        }
        html.endLine(Element.UL);
    }

    private void tagLink(Tag tag, String written) {
        html.start(Element.A).with(CLASS, "p-category").with(REL, "tag");
        html.with(HREF, urls.to(ObjectKeys.tag(tag.name()))).text(written).end(Element.A);
    }

    private void discussion(OutsideUrl post) {
        html.start(Element.P).with(CLASS, "original");
        language.markEnglish(html);
        html.start(Element.A).with(CLASS, "u-syndication").with(HREF, post.toString());
        html.with(REL, "nofollow noopener").text("Discuss it on Bluesky");
        html.end(Element.A).text(".").endLine(Element.P);
    }

    private void outside(OutsideUrl url, String text) {
        html.start(Element.A).with(HREF, url.toString()).with(REL, "nofollow noopener");
        html.text(text).end(Element.A);
    }
}
