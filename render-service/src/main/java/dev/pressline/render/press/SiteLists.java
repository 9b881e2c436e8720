package dev.pressline.render.press;

import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.kit.store.NewObject;
import dev.pressline.render.feed.FeedItem;
import dev.pressline.render.feed.Opml;
import dev.pressline.render.feed.Sitemap;
import dev.pressline.render.html.SiteUrls;
import dev.pressline.render.job.DirectoryEntry;
import dev.pressline.render.job.PrintJob;
import dev.pressline.render.page.ListingEntry;
import dev.pressline.render.page.SiteSettings;
import java.time.Instant;
import java.util.List;

/**
 * The objects by which programs find their way through the site: sitemaps and OPML. Stateless and
 * thread-safe.
 *
 * @param settings of the site
 */
record SiteLists(SiteSettings settings) {

    private static final String XML = "application/xml";
    private static final String OPML = "text/x-opml; charset=utf-8";

    /** The publications, for people to subscribe to and for crawlers to visit. */
    List<NewObject> of(PrintJob.PrintDirectory job) {
        byte[] sitemap =
                Sitemap.of(
                        settings,
                        job.publications().stream()
                                .filter(each -> each.url().isEmpty())
                                .map(each -> ObjectKeys.publication(each.uri())));
        return List.of(
                NewObject.of(ObjectKeys.OPML, Opml.of(title(job), outlines(job)), OPML),
                NewObject.of(ObjectKeys.SITEMAP_OF_PUBLICATIONS, sitemap, XML));
    }

    private String title(PrintJob.PrintDirectory job) {
        String title = "Publications on " + settings.siteName();
        return job.cut() ? title + " (" + job.publications().size() + " of more)" : title;
    }

    /** The publications; of a site that has none the whole, since a list is never empty. */
    private List<Opml.Outline> outlines(PrintJob.PrintDirectory job) {
        SiteUrls urls = SiteUrls.below(settings.publicUrl() + '/');
        return job.publications().isEmpty()
                ? List.of(outline(urls, ObjectKeys.FRONT, settings.siteName(), Instant.EPOCH))
                : job.publications().stream()
                        .map(each -> outline(urls, each, each.rev().instant()))
                        .toList();
    }

    private static Opml.Outline outline(SiteUrls urls, DirectoryEntry entry, Instant since) {
        return outline(urls, ObjectKeys.publication(entry.uri()), entry.name(), since);
    }

    private static Opml.Outline outline(SiteUrls urls, String folder, String title, Instant since) {
        return new Opml.Outline(title, urls.to(ObjectKeys.atom(folder)), urls.to(folder), since);
    }

    /** The publications that an account subscribes to, for its feed reader, and its readers'. */
    NewObject of(PrintJob.PrintSubscriptions job) {
        SiteUrls urls = SiteUrls.below(settings.publicUrl() + '/');
        List<Opml.Outline> outlines =
                job.publications().stream()
                        .map(each -> outline(urls, each, job.rev().instant()))
                        .toList();
        return NewObject.of(job.folder(), Opml.of(title(job), outlines), OPML);
    }

    private String title(PrintJob.PrintSubscriptions job) {
        String title = "Subscriptions of " + job.account() + " on " + settings.siteName();
        return job.cut() ? title + " (of the newest only)" : title;
    }

    /** The index of the sitemaps. */
    NewObject of(PrintJob.PrintSitemap job) {
        return NewObject.of(ObjectKeys.SITEMAP, Sitemap.index(settings, job.chapters()), XML);
    }

    /** The sitemap of a page that lists documents of the whole. */
    NewObject sitemap(String folder, List<ListingEntry> entries, List<FeedItem> items) {
        return NewObject.of(
                ObjectKeys.sitemap(folder), Sitemap.of(settings, folder, entries, items), XML);
    }
}
