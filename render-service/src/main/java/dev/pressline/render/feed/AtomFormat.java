package dev.pressline.render.feed;

import dev.pressline.contract.document.Author;
import dev.pressline.render.html.OutsideUrl;
import dev.pressline.render.page.Dates;
import dev.pressline.render.page.Names;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

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
        xml.element("title", Names.title(article.title(), article.summary()));
        xml.element("updated", Dates.rfc3339(article.updated()));
        article.document()
                .publishedAt()
                .ifPresent(date -> xml.element("published", Dates.rfc3339(date)));
        xml.empty("link", "rel", "alternate", "type", "text/html", "href", article.url());
        article.original()
                .ifPresent(
                        url -> xml.empty("link", "rel", "via", "type", "text/html", "href", url));
        article.authors().forEach(author -> author(xml, author));
        article.tags().forEach(tag -> xml.empty("category", "term", tag));
        article.summary().ifPresent(text -> xml.element("summary", text));
        xml.element("content", article.content(), "type", "html");
        return xml.end("entry").bytes();
    }

    private static void author(Xml xml, Author author) {
        xml.start("author").line().element("name", Names.of(author));
        xml.element("uri", OutsideUrl.profile(author.did()).toString()).end("author");
    }

    static byte[] head(FeedHead head, List<DeletedEntry> deleted) {
        Xml xml = new Xml().declaration();
        List<String> attributes = new ArrayList<>();
        attributes.addAll(List.of("xmlns", "http://www.w3.org/2005/Atom"));
        if (head.isArchive()) {
            attributes.addAll(List.of("xmlns:fh", "http://purl.org/syndication/history/1.0"));
        }
        if (!deleted.isEmpty()) {
            attributes.addAll(List.of("xmlns:at", "http://purl.org/atompub/tombstones/1.0"));
        }
        head.language().ifPresent(tag -> attributes.addAll(List.of("xml:lang", tag)));
        xml.start("feed", attributes.toArray(String[]::new));
        xml.line().element("id", head.id()).element("title", head.title());
        if (head.isArchive()) {
            xml.empty("fh:archive");
        }
        head.description().ifPresent(text -> xml.element("subtitle", text));
        xml.element("updated", Dates.rfc3339(head.updated().orElse(Instant.EPOCH)));
        xml.start("author").line().element("name", head.title()).end("author");
        xml.empty("link", "rel", "self", "type", "application/atom+xml", "href", head.self());
        xml.empty("link", "rel", "alternate", "type", "text/html", "href", head.home());
        head.icon().ifPresent(url -> xml.element("icon", url));
        head.hub().ifPresent(url -> xml.empty("link", "rel", "hub", "href", url));
        head.links()
                .forEach(link -> xml.empty("link", "rel", link.relation(), "href", link.href()));
        deleted.reversed().forEach(each -> deletedEntry(xml, each));
        return xml.bytes();
    }

    /** The newest comes last, since some readers see the last one only. */
    private static void deletedEntry(Xml xml, DeletedEntry deleted) {
        xml.empty(
                "at:deleted-entry",
                "ref",
                TagUri.of(deleted.uri()),
                "when",
                Dates.rfc3339(deleted.rev().instant()));
    }

    static byte[] foot() {
        return new Xml().end("feed").bytes();
    }
}
