package dev.pressline.render.page;

import static dev.pressline.render.html.Attribute.CLASS;
import static dev.pressline.render.html.Attribute.DIR;
import static dev.pressline.render.html.Attribute.HREF;
import static dev.pressline.render.html.Attribute.REL;

import dev.pressline.contract.document.Blob;
import dev.pressline.contract.document.Publication;
import dev.pressline.contract.document.VerificationLevel;
import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.render.html.Element;
import dev.pressline.render.html.Html;
import dev.pressline.render.html.ImageWriter;
import dev.pressline.render.html.OutsideUrl;
import dev.pressline.render.html.SiteUrls;
import dev.pressline.render.html.TextLanguage;
import java.util.Optional;

/** Writes a page that lists documents of a channel. Not thread-safe. */
final class ListingWriter {

    private final ListingPage page;
    private final Channel channel;
    private final SiteUrls urls;
    private final Frame frame;
    private final Html html = Html.document();

    ListingWriter(SiteSettings settings, ListingPage page) {
        this.page = page;
        this.channel = page.channel();
        this.urls = SiteUrls.relativeTo(page.folder());
        this.frame = new Frame(settings, urls, TextLanguage.ENGLISH, publication());
    }

    byte[] bytes() {
        head();
        boolean front = channel instanceof Channel.Front && page.chapter().isEmpty();
        if (front) {
            frame.startFrontMain(html);
        } else {
            frame.startMain(html);
        }
        html.start(Element.DIV).with(CLASS, front ? "listing front h-feed" : "listing h-feed");
        html.line();
        header();
        if (page.entries().isEmpty()) {
            html.start(Element.P).with(CLASS, "empty").text("Nothing is published here yet.");
            html.endLine(Element.P);
        }
        page.entries().forEach(this::entry);
        if (page.isCut()) {
            html.element(Element.P, "More belong here than one page can show.").line();
        }
        ArchiveLinks.write(html, page, urls);
        html.endLine(Element.DIV);
        frame.end(html, page.followed());
        return html.bytes();
    }

    private Optional<Publication> publication() {
        return channel instanceof Channel.OfPublication(Publication publication)
                ? Optional.of(publication)
                : Optional.empty();
    }

    private Optional<OutsideUrl> home() {
        return publication().flatMap(Publication::url).flatMap(OutsideUrl::of);
    }

    private String name() {
        return channel.name(frame.settings());
    }

    private String title() {
        return page.chapter().map(each -> name() + ", " + each.inWords()).orElse(name());
    }

    private void head() {
        frame.startHead(html, title());
        SiteUrls absolute = SiteUrls.below(frame.settings().publicUrl() + '/');
        String own = absolute.to(page.folder());
        String canonical =
                home().filter(url -> page.chapter().isEmpty())
                        .map(OutsideUrl::toString)
                        .orElse(own);
        ListingHead.write(html, page, frame, title(), canonical);
    }

    private void header() {
        html.start(Element.HEADER).line();
        page.chapter().ifPresentOrElse(this::chapterHeading, this::channelHeading);
        html.endLine(Element.HEADER);
    }

    private void chapterHeading(Chapter chapter) {
        ChannelLink.write(html, channel, frame);
        html.start(Element.H1).with(CLASS, "p-name").text(chapter.inWords()).endLine(Element.H1);
    }

    private void channelHeading() {
        publication().ifPresent(this::badge);
        if (channel instanceof Channel.OfTag) {
            html.start(Element.P).with(CLASS, "kicker").text("Tag").endLine(Element.P);
        }
        html.start(Element.H1).with(CLASS, "p-name");
        channel.language().markText(html);
        html.text(name()).endLine(Element.H1);
        channel.description()
                .ifPresent(
                        text -> {
                            html.start(Element.P).with(CLASS, "lede p-summary");
                            channel.language().markText(html);
                            html.text(text).endLine(Element.P);
                        });
        home().ifPresent(
                        url -> {
                            html.start(Element.P).with(CLASS, "original").start(Element.A);
                            html.with(CLASS, "u-url").with(HREF, url.toString());
                            html.with(REL, "nofollow noopener").text(url.host()).end(Element.A);
                            publication().ifPresent(this::verification);
                            html.endLine(Element.P);
                        });
    }

    private void badge(Publication publication) {
        publication
                .icon()
                .filter(ImageWriter::isShown)
                .ifPresent(
                        icon ->
                                new ImageWriter(publication.uri().did(), urls)
                                        .image(html, icon, "", ImageWriter.Slot.BADGE, true)
                                        .with(CLASS, "badge u-photo")
                                        .line());
    }

    /** How far the site confirms that the publication is its own. */
    private void verification(Publication publication) {
        html.text(" · ").start(Element.SPAN).with(CLASS, "verification");
        html.text(words(publication.verification())).end(Element.SPAN);
    }

    private static String words(VerificationLevel level) {
        return switch (level) {
            case UNVERIFIED -> "not verified";
            case LINKED -> "linked by the site";
            case WELL_KNOWN -> "verified by the site";
            case SAME_DID -> "the site’s name is the account’s";
        };
    }

    private void entry(ListingEntry entry) {
        TextLanguage language = TextLanguage.of(entry.language());
        html.start(Element.ARTICLE).with(CLASS, "entry h-entry").line();
        thumbnail(entry);
        html.start(Element.H2).with(CLASS, "p-name");
        language.markText(html);
        html.start(Element.A).with(CLASS, "u-url");
        html.with(HREF, urls.to(ObjectKeys.document(entry.uri())));
        html.text(Names.title(entry.title(), entry.summary())).end(Element.A);
        html.endLine(Element.H2);
        entry.summary()
                .filter(text -> !text.isBlank())
                .ifPresent(
                        text -> {
                            html.start(Element.P).with(CLASS, "p-summary");
                            language.markText(html);
                            html.text(text).endLine(Element.P);
                        });
        byline(entry);
        html.endLine(Element.ARTICLE);
    }

    private void thumbnail(ListingEntry entry) {
        Optional<Blob> shown = entry.cover();
        if (shown.isPresent()) {
            html.start(Element.FIGURE);
            boolean first = page.entries().getFirst().equals(entry);
            new ImageWriter(entry.uri().did(), urls)
                    .image(html, shown.get(), "", ImageWriter.Slot.THUMBNAIL, first)
                    .with(CLASS, "u-featured");
            html.endLine(Element.FIGURE);
        }
    }

    private void byline(ListingEntry entry) {
        html.start(Element.UL).with(CLASS, "byline").line();
        entry.publishedAt().ifPresent(date -> Byline.published(html, date));
        if (!(channel instanceof Channel.OfAuthor)) {
            Byline.authors(html, entry.uri(), entry.authors(), urls);
        }
        if (!(channel instanceof Channel.OfPublication)) {
            entry.publication().ifPresent(this::publicationItem);
        }
        Byline.item(html, TextLanguage.ENGLISH, entry.readingMinutes() + " min read");
        html.endLine(Element.UL);
    }

    private void publicationItem(PageLink publication) {
        html.start(Element.LI).start(Element.A).with(DIR, "auto");
        html.with(HREF, urls.to(ObjectKeys.publication(publication.document())));
        html.text(Names.title(publication.title(), Optional.empty()));
        html.end(Element.A).endLine(Element.LI);
    }
}
