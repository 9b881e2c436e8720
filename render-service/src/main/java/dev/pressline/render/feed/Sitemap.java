package dev.pressline.render.feed;

import dev.pressline.contract.document.Blob;
import dev.pressline.contract.document.Document;
import dev.pressline.contract.identifier.Cid;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.render.html.BodyWriter;
import dev.pressline.render.html.ImageWriter;
import dev.pressline.render.html.SiteUrls;
import dev.pressline.render.page.Channel;
import dev.pressline.render.page.Chapter;
import dev.pressline.render.page.Covers;
import dev.pressline.render.page.Dates;
import dev.pressline.render.page.ListingEntry;
import dev.pressline.render.page.SiteSettings;
import dev.pressline.render.page.Tag;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The sitemaps of a site in UTF-8: pages that are their own canonical page, which those of
 * documents and publications with a page elsewhere are not. There is one for each page that lists
 * what is listed, one for the publications, and an index. Stateless and thread-safe.
 *
 * @see <a href="https://www.sitemaps.org/protocol.html">Sitemap 0.9</a>
 */
public final class Sitemap {

    /** The most entries that a sitemap may have. */
    static final int MOST = 50_000;

    /** The most pictures that are named of one page; the format allows a thousand. */
    private static final int PICTURES = 100;

    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String IMAGES = "http://www.google.com/schemas/sitemap-image/1.1";
    private static final byte[] NONE = {};

    private Sitemap() {}

    /**
     * The sitemap of a page that lists documents of the whole, by its folder: that page, documents,
     * their authors and tags. Entries and items are of the same documents.
     */
    public static byte[] of(
            SiteSettings settings,
            String folder,
            List<ListingEntry> entries,
            List<FeedItem> items) {
        SiteUrls urls = SiteUrls.below(settings.publicUrl() + '/');
        Set<String> pages = new LinkedHashSet<>(List.of(folder));
        for (ListingEntry entry : entries) {
            Did account = entry.uri().did();
            if (!account.method().equals(Channel.NOBODY)) {
                pages.add(ObjectKeys.author(account));
            }
            Tag.of(entry.tags()).forEach(tag -> pages.add(ObjectKeys.tag(tag.name())));
        }
        Xml xml = start();
        pages.forEach(page -> page(xml, urls.to(page)));
        items.forEach(item -> xml.part(item.place()));
        return xml.end("urlset").bytes();
    }

    /** The sitemap of the front page and of publications, by their folders. */
    public static byte[] of(SiteSettings settings, Stream<String> publications) {
        SiteUrls urls = SiteUrls.below(settings.publicUrl() + '/');
        Xml xml = start();
        Stream.concat(Stream.of(ObjectKeys.FRONT), publications)
                .limit(MOST)
                .forEach(folder -> page(xml, urls.to(folder)));
        return xml.end("urlset").bytes();
    }

    /** The index: the newest, the publications, and chapters of the archive of the whole. */
    public static byte[] index(SiteSettings settings, List<Chapter> chapters) {
        SiteUrls urls = SiteUrls.below(settings.publicUrl() + '/');
        Xml xml = new Xml().declaration().start("sitemapindex", "xmlns", NAMESPACE).line();
        Stream.concat(
                        Stream.of(
                                ObjectKeys.sitemap(ObjectKeys.FRONT),
                                ObjectKeys.SITEMAP_OF_PUBLICATIONS),
                        chapters.stream()
                                .map(each -> each.folder(ObjectKeys.FRONT))
                                .map(ObjectKeys::sitemap))
                .limit(MOST)
                .forEach(key -> entry(xml, "sitemap", urls.to(key)));
        return xml.end("sitemapindex").bytes();
    }

    private static Xml start() {
        return new Xml()
                .declaration()
                .start("urlset", "xmlns", NAMESPACE, "xmlns:image", IMAGES)
                .line();
    }

    private static void page(Xml xml, String url) {
        entry(xml, "url", url);
    }

    private static void entry(Xml xml, String name, String url) {
        xml.start(name).line().element("loc", url).end(name);
    }

    /** The element of a document; empty where its own page is elsewhere, or for members. */
    static byte[] place(Article article, SiteUrls urls) {
        Document document = article.document();
        if (article.original().isPresent() || BodyWriter.isCut(document)) {
            return NONE;
        }
        Xml xml = new Xml().start("url").line().element("loc", article.url());
        xml.element("lastmod", Dates.rfc3339(article.updated()));
        pictures(document)
                .forEach(
                        cid ->
                                xml.start("image:image")
                                        .element(
                                                "image:loc",
                                                urls.to(ObjectKeys.blob(document.uri().did(), cid)))
                                        .end("image:image"));
        return xml.end("url").bytes();
    }

    private static Stream<Cid> pictures(Document document) {
        return Stream.concat(
                        Covers.of(document).stream(),
                        document.blobs().stream().filter(ImageWriter::isShown))
                .map(Blob::cid)
                .distinct()
                .limit(PICTURES);
    }
}
