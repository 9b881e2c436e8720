package dev.pressline.render.feed;

import dev.pressline.render.page.Dates;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Lists of feeds that feed readers import. The same arguments give the same bytes. Stateless and
 * thread-safe.
 *
 * @see <a href="https://opml.org/spec2.opml">OPML 2.0</a>
 */
public final class Opml {

    private Opml() {}

    /**
     * A feed in a list.
     *
     * @param title what it is called, not blank
     * @param feed its URL
     * @param page the URL of the page of the same documents
     * @param since when the list last said something new of it
     */
    public record Outline(String title, String feed, String page, Instant since) {}

    /** A list in UTF-8; {@code outlines} are one at least. */
    public static byte[] of(String title, List<Outline> outlines) {
        Xml xml = new Xml().declaration().start("opml", "version", "2.0").line();
        xml.start("head").line().element("title", title);
        outlines.stream()
                .map(Outline::since)
                .max(Comparator.naturalOrder())
                .filter(Instant.EPOCH::isBefore)
                .ifPresent(newest -> xml.element("dateModified", Dates.rfc822(newest)));
        xml.end("head").start("body").line();
        outlines.forEach(each -> outline(xml, each));
        return xml.end("body").end("opml").bytes();
    }

    /** Readers take {@code rss} for a feed of whatever format. */
    private static void outline(Xml xml, Outline outline) {
        xml.empty(
                "outline",
                "type",
                "rss",
                "text",
                outline.title(),
                "title",
                outline.title(),
                "xmlUrl",
                outline.feed(),
                "htmlUrl",
                outline.page());
    }
}
