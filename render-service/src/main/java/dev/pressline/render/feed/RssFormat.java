package dev.pressline.render.feed;

import dev.pressline.contract.document.Author;
import dev.pressline.contract.document.Blob;
import dev.pressline.render.page.Dates;
import dev.pressline.render.page.Names;
import java.util.ArrayList;
import java.util.List;

/**
 * RSS 2.0. Stateless and thread-safe.
 *
 * @see <a href="https://www.rssboard.org/rss-specification">RSS 2.0</a>
 */
final class RssFormat {

    private RssFormat() {}

    static byte[] item(Article article) {
        Xml xml = new Xml().start("item").line();
        String title = article.title();
        if (!title.isEmpty() || article.summary().isEmpty()) {
            xml.element("title", Names.title(title, article.summary()));
        }
        xml.element("link", article.url());
        xml.element("guid", article.id(), "isPermaLink", "false");
        article.document()
                .publishedAt()
                .ifPresent(date -> xml.element("pubDate", Dates.rfc822(date)));
        for (Author author : article.authors()) {
            xml.element("dc:creator", Names.of(author));
        }
        article.tags().forEach(tag -> xml.element("category", tag));
        article.summary().ifPresent(text -> xml.element("description", text));
        xml.element("content:encoded", article.content());
        article.image().ifPresent(blob -> media(xml, article, blob));
        article.image()
                .filter(blob -> blob.size() >= 0)
                .ifPresent(blob -> enclosure(xml, article, blob));
        return xml.end("item").bytes();
    }

    private static void enclosure(Xml xml, Article article, Blob blob) {
        String length = Long.toString(blob.size());
        xml.empty(
                "enclosure", "url", article.imageUrl(), "length", length, "type", blob.mimeType());
    }

    private static void media(Xml xml, Article article, Blob blob) {
        List<String> attributes =
                new ArrayList<>(
                        List.of(
                                "url",
                                article.imageUrl(),
                                "type",
                                blob.mimeType(),
                                "medium",
                                "image"));
        if (blob.size() >= 0) {
            attributes.addAll(List.of("fileSize", Long.toString(blob.size())));
        }
        blob.width().ifPresent(w -> attributes.addAll(List.of("width", w.toString())));
        blob.height().ifPresent(h -> attributes.addAll(List.of("height", h.toString())));
        xml.empty("media:content", attributes.toArray(String[]::new));
    }

    static byte[] head(FeedHead head) {
        Xml xml = new Xml().declaration();
        xml.start(
                        "rss",
                        "version",
                        "2.0",
                        "xmlns:atom",
                        "http://www.w3.org/2005/Atom",
                        "xmlns:content",
                        "http://purl.org/rss/1.0/modules/content/",
                        "xmlns:dc",
                        "http://purl.org/dc/elements/1.1/",
                        "xmlns:media",
                        "http://search.yahoo.com/mrss/")
                .line();
        xml.start("channel").line().element("title", head.title());
        xml.element("link", head.home());
        xml.element("description", head.description().orElse(head.title()));
        head.language().ifPresent(tag -> xml.element("language", tag));
        head.updated().ifPresent(date -> xml.element("lastBuildDate", Dates.rfc822(date)));
        xml.empty("atom:link", "rel", "self", "type", "application/rss+xml", "href", head.self());
        head.hub().ifPresent(url -> xml.empty("atom:link", "rel", "hub", "href", url));
        head.icon().ifPresent(url -> image(xml, head, url));
        head.links()
                .forEach(
                        link ->
                                xml.empty(
                                        "atom:link",
                                        "rel",
                                        link.relation(),
                                        "type",
                                        "application/atom+xml",
                                        "href",
                                        link.href()));
        return xml.bytes();
    }

    private static void image(Xml xml, FeedHead head, String url) {
        xml.start("image").line().element("url", url);
        xml.element("title", head.title()).element("link", head.home()).end("image");
    }

    static byte[] foot() {
        return new Xml().end("channel").end("rss").bytes();
    }
}
