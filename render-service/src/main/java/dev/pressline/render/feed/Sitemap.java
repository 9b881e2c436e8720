package dev.pressline.render.feed;

import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.render.html.SiteUrls;
import dev.pressline.render.page.Channel;
import dev.pressline.render.page.Dates;
import dev.pressline.render.page.ListingEntry;
import dev.pressline.render.page.SiteSettings;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The sitemap: the front page, and the pages of the authors of what is newest. Both are their own
 * canonical pages, which documents with a page at their publisher's are not. Its size is that of
 * the front page, whatever the archive holds. Stateless and thread-safe.
 *
 * @see <a href="https://www.sitemaps.org/protocol.html">Sitemap 0.9</a>
 */
public final class Sitemap {

    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private Sitemap() {}

    /** The sitemap in UTF-8, from the entries of the front page, newest first. */
    public static byte[] of(SiteSettings settings, List<ListingEntry> entries) {
        SiteUrls urls = SiteUrls.below(settings.publicUrl() + '/');
        Map<String, Optional<Instant>> pages = new LinkedHashMap<>();
        pages.put(urls.to(ObjectKeys.FRONT), newest(entries));
        for (ListingEntry entry : entries) {
            Did account = entry.uri().did();
            if (!account.method().equals(Channel.NOBODY)) {
                pages.putIfAbsent(urls.to(ObjectKeys.author(account)), entry.publishedAt());
            }
        }
        Xml xml = new Xml().declaration().start("urlset", "xmlns", NAMESPACE).line();
        pages.forEach((url, date) -> page(xml, url, date));
        return xml.end("urlset").bytes();
    }

    private static Optional<Instant> newest(List<ListingEntry> entries) {
        return entries.stream().findFirst().flatMap(ListingEntry::publishedAt);
    }

    private static void page(Xml xml, String url, Optional<Instant> date) {
        xml.start("url").line().element("loc", url);
        date.ifPresent(day -> xml.element("lastmod", Dates.rfc3339(day)));
        xml.end("url");
    }
}
