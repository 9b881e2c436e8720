package dev.pressline.render.page;

import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.render.defect.DefectReport;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The pages of a site as HTML in UTF-8. The same arguments give the same bytes. Stateless and
 * thread-safe.
 *
 * <p>Links within the site are relative, so that the pages read from any folder of any server;
 * canonical and preview URLs are absolute.
 */
public final class PageRenderer {

    private final SiteSettings settings;

    /** The renderer of one site. */
    public PageRenderer(SiteSettings settings) {
        this.settings = settings;
    }

    /** The page of a document. Its {@link Assets#of} must be readable before it is. */
    public byte[] document(DocumentPage page) {
        return new DocumentWriter(settings, page).bytes();
    }

    /**
     * A page that lists documents of a channel, the first or one of the archive. Its {@link
     * Assets#of} must be readable before it is.
     */
    public byte[] listing(ListingPage page) {
        return new ListingWriter(settings, page).bytes();
    }

    /** The page that explains the feeds of a channel, with their addresses. */
    public byte[] subscribe(Channel channel) {
        return new SubscribeWriter(settings, channel).bytes();
    }

    /** The files that browsers and crawlers look for by name: the icon and {@code robots.txt}. */
    public List<Asset> wellKnownFiles() {
        String robots =
                "User-agent: *\nDisallow:\n\nSitemap: "
                        + settings.publicUrl()
                        + '/'
                        + ObjectKeys.SITEMAP
                        + '\n';
        return List.of(
                Assets.favicon(),
                new Asset(
                        ObjectKeys.ROBOTS,
                        "text/plain; charset=utf-8",
                        robots.getBytes(StandardCharsets.UTF_8)));
    }

    /** The list of the months of a channel. */
    public byte[] archive(ArchivePage page) {
        return new ArchiveWriter(settings, page).bytes();
    }

    /** The page that says what had to be repaired in the documents of a publisher. */
    public byte[] defects(DefectReport report) {
        return new DefectsWriter(settings, report).bytes();
    }

    /** A page of what a reader has searched for; the form alone where nothing was asked. */
    public byte[] search(SearchPage page) {
        return new SearchWriter(settings, page).bytes();
    }

    /** What is shown where a document stands that was published again as {@code canonical}. */
    public byte[] moved(AtUri document, AtUri canonical) {
        return MovedWriter.bytes(settings, document, canonical);
    }

    /** What is shown, with status 410, in place of a document that was deleted. */
    public byte[] gone() {
        return NoticeWriter.bytes(
                settings, "No longer here", "This page was taken back by its author.");
    }

    /** What is shown, with status 404, where nothing is. */
    public byte[] notFound() {
        return NoticeWriter.bytes(settings, "Nothing here", "No page has this address.");
    }
}
