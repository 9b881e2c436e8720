package dev.pressline.render.feed;

import dev.pressline.contract.document.Author;
import dev.pressline.render.html.OutsideUrl;
import dev.pressline.render.page.Dates;
import dev.pressline.render.page.Names;
import java.time.Instant;

/**
 * Atom. Stateless and thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4287">RFC 4287</a>
 */
final class AtomFormat {

    private AtomFormat() {}

    static byte[] item(Article article) {
        Xml xml = new Xml();
        article.language()
                .ifPresentOrElse(
                        tag -> xml.start("entry", "xml:lang", tag), () -> xml.start("entry"));
        xml.line().element("id", article.id());
        xml.element("title", Names.title(article.document().title(), article.summary()));
        xml.element("updated", Dates.rfc3339(article.updated()));
        article.document()
                .publishedAt()
                .ifPresent(date -> xml.element("published", Dates.rfc3339(date)));
        xml.empty("link", "rel", "alternate", "type", "text/html", "href", article.url());
        article.original()
                .ifPresent(
                        url -> xml.empty("link", "rel", "via", "type", "text/html", "href", url));
        article.document().authors().forEach(author -> author(xml, author));
        article.document().tags().forEach(tag -> xml.empty("category", "term", tag));
        article.summary().ifPresent(text -> xml.element("summary", text));
        xml.element("content", article.content(), "type", "html");
        return xml.end("entry").bytes();
    }

    private static void author(Xml xml, Author author) {
        xml.start("author").line().element("name", Names.of(author));
        xml.element("uri", OutsideUrl.profile(author.did()).toString()).end("author");
    }

    static byte[] head(FeedHead head) {
        Xml xml = new Xml().declaration();
        head.language()
                .ifPresentOrElse(
                        tag ->
                                xml.start(
                                        "feed",
                                        "xmlns",
                                        "http://www.w3.org/2005/Atom",
                                        "xml:lang",
                                        tag),
                        () -> xml.start("feed", "xmlns", "http://www.w3.org/2005/Atom"));
        xml.line().element("id", head.id()).element("title", head.title());
        head.description().ifPresent(text -> xml.element("subtitle", text));
        xml.element("updated", Dates.rfc3339(head.updated().orElse(Instant.EPOCH)));
        xml.start("author").line().element("name", head.title()).end("author");
        xml.empty("link", "rel", "self", "type", "application/atom+xml", "href", head.self());
        xml.empty("link", "rel", "alternate", "type", "text/html", "href", head.home());
        return xml.bytes();
    }

    static byte[] foot() {
        return new Xml().end("feed").bytes();
    }
}
