package dev.pressline.render.press;

import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.kit.store.NewObject;
import dev.pressline.kit.store.Sha256;
import dev.pressline.render.defect.DefectReport;
import dev.pressline.render.feed.FeedRenderer;
import dev.pressline.render.job.PrintJob;
import dev.pressline.render.page.ArchivePage;
import dev.pressline.render.page.Asset;
import dev.pressline.render.page.Assets;
import dev.pressline.render.page.Channel;
import dev.pressline.render.page.DocumentPage;
import dev.pressline.render.page.Feed;
import dev.pressline.render.page.ListingPage;
import dev.pressline.render.page.PageRenderer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Sets the objects of jobs: pages, and what stands beside them. Pure and thread-safe.
 *
 * @param pages what renders pages
 * @param feeds what renders feeds
 * @param lists what renders sitemaps
 */
record Typesetter(PageRenderer pages, FeedRenderer feeds, SiteLists lists) {

    /** What is noted beside a page that leads elsewhere: the folder where it leads. */
    static final String LOCATION = "location";

    private static final String HTML = "text/html; charset=utf-8";
    private static final String JSON = "application/json";

    private static NewObject page(String folder, byte[] html) {
        return NewObject.of(ObjectKeys.page(folder), html, HTML);
    }

    /**
     * What the pages of a channel refer to; with the front comes what crawlers ask any site for.
     */
    List<Asset> assets(Channel channel) {
        return switch (channel) {
            case Channel.OfPublication of -> Assets.of(Optional.of(of.publication()));
            case Channel.Front front ->
                    Stream.concat(
                                    Assets.of(Optional.empty()).stream(),
                                    pages.wellKnownFiles().stream())
                            .toList();
            case Channel.OfAuthor author -> Assets.of(Optional.empty());
            case Channel.OfTag tag -> Assets.of(Optional.empty());
        };
    }

    /** The page of a document. */
    NewObject page(PrintJob.PrintDocument job) {
        return page(
                job.folder(),
                pages.document(
                        new DocumentPage(
                                job.document(),
                                job.publication(),
                                job.neighbours(),
                                job.listed())));
    }

    /** A document as JSON. */
    NewObject json(PrintJob.PrintDocument job) {
        return NewObject.of(ObjectKeys.json(job.folder()), job.written().json(), JSON);
    }

    /** A page that leads elsewhere, here in words and over HTTP by what is noted beside it. */
    NewObject page(PrintJob.MoveDocument job) {
        byte[] page = pages.moved(job.uri(), job.to());
        return new NewObject(
                ObjectKeys.page(job.folder()),
                page,
                HTML,
                Sha256.hex(page),
                Map.of(),
                Map.of(LOCATION, ObjectKeys.document(job.to())));
    }

    /** What says under a key that something is gone for good. */
    NewObject marker(String key) {
        return NewObject.of(key, pages.gone(), HTML);
    }

    /** The defects of a publisher, to be read and as JSON. */
    List<NewObject> objects(PrintJob.PrintReport job) {
        byte[] json = ContractJson.write(DefectReport.class, job.report());
        return List.of(
                page(job.folder(), pages.defects(job.report())),
                NewObject.of(ObjectKeys.json(job.folder()), json, JSON));
    }

    /** The first page of a channel and its feeds; of the front also its part of the sitemap. */
    List<NewObject> objects(PrintJob.PrintChannel job, Readable readable) {
        Channel channel = job.channel();
        List<NewObject> objects = new ArrayList<>();
        if (channel.hasSubscribePage()) {
            objects.add(page(ObjectKeys.subscribe(job.folder()), pages.subscribe(channel)));
        }
        objects.add(page(job.folder(), listing(job, readable)));
        if (job.hasFeeds()) {
            for (Feed format : Feed.values()) {
                byte[] feed =
                        feeds.feed(format, channel, job.older(), job.deleted(), readable.items());
                objects.add(NewObject.of(format.key(job.folder()), feed, contentType(format)));
            }
        }
        if (channel instanceof Channel.Front) {
            objects.add(lists.sitemap(job.folder(), readable.entries(), readable.items()));
        }
        return objects;
    }

    private byte[] listing(PrintJob.PrintChannel job, Readable readable) {
        return pages.listing(
                new ListingPage(
                        job.channel(),
                        readable.entries(),
                        job.cut().orElse(false),
                        new ListingPage.First(job.older(), job.hasFeeds())));
    }

    private static String contentType(Feed format) {
        return switch (format) {
            case RSS, ATOM -> format.mediaType() + "; charset=utf-8";
            case JSON -> format.mediaType();
        };
    }

    /** A page of an archive and its feed; of the front also its part of the sitemap. */
    List<NewObject> objects(PrintJob.PrintChapter job, Readable readable) {
        ListingPage.Archived place =
                new ListingPage.Archived(job.chapter(), job.older(), job.newer());
        byte[] listing =
                pages.listing(new ListingPage(job.channel(), readable.entries(), job.cut(), place));
        byte[] feed = feeds.archive(job.channel(), place, readable.items());
        List<NewObject> objects = new ArrayList<>();
        objects.add(page(job.folder(), listing));
        objects.add(NewObject.of(ObjectKeys.atom(job.folder()), feed, contentType(Feed.ATOM)));
        if (job.channel() instanceof Channel.Front) {
            objects.add(lists.sitemap(job.folder(), readable.entries(), readable.items()));
        }
        return objects;
    }

    /** The page with the months of an archive. */
    NewObject page(PrintJob.PrintArchive job) {
        return page(
                job.folder(),
                pages.archive(new ArchivePage(job.channel(), job.months(), job.cut())));
    }
}
