package dev.pressline.render.press;

import dev.pressline.contract.document.Document;
import dev.pressline.contract.document.Normalized;
import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.kit.store.NewObject;
import dev.pressline.kit.store.Sha256;
import dev.pressline.render.defect.DefectReport;
import dev.pressline.render.feed.FeedItem;
import dev.pressline.render.feed.FeedRenderer;
import dev.pressline.render.job.Item;
import dev.pressline.render.job.PrintJob;
import dev.pressline.render.page.ArchivePage;
import dev.pressline.render.page.Asset;
import dev.pressline.render.page.Assets;
import dev.pressline.render.page.Channel;
import dev.pressline.render.page.DocumentPage;
import dev.pressline.render.page.Feed;
import dev.pressline.render.page.ListingEntry;
import dev.pressline.render.page.ListingPage;
import dev.pressline.render.page.PageRenderer;
import dev.pressline.render.page.SiteSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Prints one job: renders its outputs and puts what has changed. Idempotent and thread-safe. */
@ApplicationScoped
class Press {

    private static final String HTML = "text/html; charset=utf-8";
    private static final String JSON = "application/json";
    private static final String GONE = "gone/";

    /** What is noted beside a page that leads elsewhere: the folder where it leads. */
    static final String LOCATION = "location";

    private final PageRenderer pages;
    private final FeedRenderer feeds;
    private final SiteLists lists;
    private final Shelf shelf;
    private final HubPings hub;
    private final ItemCache items;
    private final Set<String> assets = ConcurrentHashMap.newKeySet();

    Press(
            PageRenderer pages,
            FeedRenderer feeds,
            SiteSettings settings,
            Shelf shelf,
            HubPings hub,
            ItemCache items) {
        this.hub = hub;
        this.pages = pages;
        this.feeds = feeds;
        this.lists = new SiteLists(settings);
        this.shelf = shelf;
        this.items = items;
    }

    /**
     * The marker that answers 410 for a folder; lies apart, so that no key is another key plus a
     * slash.
     */
    static String goneKey(String folder) {
        return GONE + folder + "index.html";
    }

    /**
     * What became of a job.
     *
     * @param standing the objects that now stand for it
     * @param removed the keys that no longer do
     */
    record Outputs(List<NewObject> standing, List<String> removed) {

        /** The hash of an object that stands. */
        String sha256(String key) {
            return standing.stream()
                    .filter(object -> object.key().equals(key))
                    .map(NewObject::sha256)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Does a job. */
    Outputs run(PrintJob job) {
        return switch (job) {
            case PrintJob.PrintDocument print -> document(print);
            case PrintJob.PrintChannel print -> channel(print);
            case PrintJob.MoveDocument move -> moved(move);
            case PrintJob.RemoveDocument remove ->
                    remove(remove.folder(), pageKeys(remove.folder()), remove.gone());
            case PrintJob.RemoveChannel remove ->
                    remove(remove.folder(), channelKeys(remove.folder()), remove.gone());
            case PrintJob.PrintChapter print -> chapter(print);
            case PrintJob.PrintArchive print -> archive(print);
            case PrintJob.RemoveArchive remove ->
                    remove(remove.folder(), archiveKeys(remove.folder()), false);
            case PrintJob.PrintDirectory print -> printed(print.folder(), lists.of(print));
            case PrintJob.PrintSubscriptions print ->
                    printed(print.folder(), List.of(lists.of(print)));
            case PrintJob.RemoveSubscriptions remove ->
                    remove(remove.folder(), List.of(remove.folder()), false);
            case PrintJob.PrintSitemap print -> printed(print.folder(), List.of(lists.of(print)));
            case PrintJob.PrintReport print -> report(print);
            case PrintJob.RemoveReport remove ->
                    remove(remove.folder(), pageKeys(remove.folder()), false);
        };
    }

    private Outputs document(PrintJob.PrintDocument job) {
        assets(Assets.of(job.publication()));
        byte[] page =
                pages.document(
                        new DocumentPage(
                                job.document(), job.publication(), job.neighbours(), job.listed()));
        NewObject beside = NewObject.of(ObjectKeys.json(job.folder()), job.written().json(), JSON);
        if (!items.contains(beside.sha256())) {
            items.put(beside.sha256(), feeds.item(job.document()));
        }
        List<NewObject> objects =
                List.of(NewObject.of(ObjectKeys.page(job.folder()), page, HTML), beside);
        if (job.isNew().orElse(false)) {
            create(job.folder(), objects);
        } else {
            put(job.folder(), objects);
        }
        return new Outputs(objects, List.of());
    }

    private Outputs report(PrintJob.PrintReport job) {
        assets(Assets.of(Optional.empty()));
        String folder = job.folder();
        return printed(
                folder,
                List.of(
                        NewObject.of(ObjectKeys.page(folder), pages.defects(job.report()), HTML),
                        NewObject.of(
                                ObjectKeys.json(folder),
                                ContractJson.write(DefectReport.class, job.report()),
                                JSON)));
    }

    private Outputs channel(PrintJob.PrintChannel job) {
        List<NewObject> objects = channelObjects(job);
        List<String> removed = job.hasFeeds() ? List.of() : removeFeeds(job);
        boolean isChanged =
                job.isNew().orElse(false)
                        ? create(job.folder(), objects)
                        : put(job.folder(), objects);
        if (isChanged) {
            hub.changed(job.folder());
        }
        return new Outputs(objects, removed);
    }

    private List<NewObject> channelObjects(PrintJob.PrintChannel job) {
        Channel channel = job.channel();
        Readable readable = readable(channel, job.items());
        List<NewObject> objects = new ArrayList<>();
        if (channel.hasSubscribePage()) {
            String folder = ObjectKeys.subscribe(job.folder());
            objects.add(NewObject.of(ObjectKeys.page(folder), pages.subscribe(channel), HTML));
        }
        objects.add(NewObject.of(ObjectKeys.page(job.folder()), listing(job, readable), HTML));
        if (job.hasFeeds()) {
            for (Feed format : Feed.values()) {
                byte[] feed =
                        feeds.feed(format, channel, job.older(), job.deleted(), readable.items());
                objects.add(NewObject.of(format.key(job.folder()), feed, contentType(format)));
            }
        }
        if (channel instanceof Channel.Front) {
            assets(pages.wellKnownFiles());
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

    /** Takes away the feeds of a channel that has none any more; returns those that were there. */
    private List<String> removeFeeds(PrintJob.PrintChannel job) {
        if (job.isNew().orElse(false)) {
            return List.of();
        }
        List<String> there =
                Stream.of(Feed.values())
                        .map(format -> format.key(job.folder()))
                        .filter(shelf::has)
                        .toList();
        there.forEach(shelf::remove);
        return there;
    }

    private static String contentType(Feed format) {
        return switch (format) {
            case RSS, ATOM -> format.mediaType() + "; charset=utf-8";
            case JSON -> format.mediaType();
        };
    }

    private Outputs chapter(PrintJob.PrintChapter job) {
        Readable readable = readable(job.channel(), job.items());
        ListingPage.Archived place =
                new ListingPage.Archived(job.chapter(), job.older(), job.newer());
        byte[] listing =
                pages.listing(new ListingPage(job.channel(), readable.entries(), job.cut(), place));
        byte[] feed = feeds.archive(job.channel(), place, readable.items());
        List<NewObject> objects = new ArrayList<>();
        objects.add(NewObject.of(ObjectKeys.page(job.folder()), listing, HTML));
        objects.add(NewObject.of(ObjectKeys.atom(job.folder()), feed, contentType(Feed.ATOM)));
        if (job.channel() instanceof Channel.Front) {
            objects.add(lists.sitemap(job.folder(), readable.entries(), readable.items()));
        }
        return printed(job.folder(), objects);
    }

    private Outputs archive(PrintJob.PrintArchive job) {
        assets(assets(job.channel()));
        byte[] page = pages.archive(new ArchivePage(job.channel(), job.months(), job.cut()));
        return printed(
                job.folder(), List.of(NewObject.of(ObjectKeys.page(job.folder()), page, HTML)));
    }

    /** What a page and a feed can show of the documents of a job, in the same order. */
    private record Readable(List<ListingEntry> entries, List<FeedItem> items) {}

    private Readable readable(Channel channel, List<Item> listed) {
        assets(assets(channel));
        Readable readable = new Readable(new ArrayList<>(), new ArrayList<>());
        for (Item item : listed) {
            feedItem(item)
                    .ifPresent(
                            rendered -> {
                                readable.entries().add(item.entry());
                                readable.items().add(rendered);
                            });
        }
        return readable;
    }

    private static List<Asset> assets(Channel channel) {
        return Assets.of(
                channel instanceof Channel.OfPublication of
                        ? Optional.of(of.publication())
                        : Optional.empty());
    }

    /**
     * The item of a document: kept ready, else from the document in the store. A document that is
     * no longer there is left out; the job that says so is behind this one.
     */
    private Optional<FeedItem> feedItem(Item item) {
        String key = item.sha256();
        Optional<FeedItem> ready = items.get(key);
        if (ready.isPresent()) {
            return ready;
        }
        return shelf.get(ObjectKeys.json(ObjectKeys.document(item.entry().uri())))
                .flatMap(json -> rendered(key, json));
    }

    /** The item of a document as it is in the store, which may be before or behind the job. */
    private Optional<FeedItem> rendered(String key, byte[] json) {
        Optional<FeedItem> rendered = document(ContractJson.read(json)).map(feeds::item);
        rendered.filter(each -> Sha256.hex(json).equals(key))
                .ifPresent(each -> items.put(key, each));
        return rendered;
    }

    private static Optional<Document> document(Normalized value) {
        return value instanceof Document document ? Optional.of(document) : Optional.empty();
    }

    private Outputs printed(String folder, List<NewObject> objects) {
        put(folder, objects);
        return new Outputs(objects, List.of());
    }

    /**
     * Puts what was never there; what is there nevertheless is put like anything else. Returns
     * whether any object changed.
     */
    private boolean create(String folder, List<NewObject> objects) {
        boolean isCreated = objects.stream().allMatch(shelf::create);
        if (isCreated) {
            shelf.rememberAbsent(goneKey(folder));
        }
        return isCreated || put(folder, objects);
    }

    /**
     * Puts objects, and takes away the marker that they are gone; returns whether any changed. The
     * marker goes first: a crash in between leaves something that differs, and so is not taken for
     * done.
     */
    private boolean put(String folder, List<NewObject> objects) {
        boolean isChanged = objects.stream().anyMatch(shelf::differs);
        if (isChanged && shelf.has(goneKey(folder))) {
            shelf.remove(goneKey(folder));
        }
        objects.forEach(shelf::put);
        return isChanged;
    }

    /** A page that leads elsewhere, here in words and over HTTP by what is noted beside it. */
    private Outputs moved(PrintJob.MoveDocument job) {
        byte[] page = pages.moved(job.uri(), job.to());
        NewObject object =
                new NewObject(
                        ObjectKeys.page(job.folder()),
                        page,
                        HTML,
                        Sha256.hex(page),
                        Map.of(),
                        Map.of(LOCATION, ObjectKeys.document(job.to())));
        put(job.folder(), List.of(object));
        String json = ObjectKeys.json(job.folder());
        shelf.remove(json);
        return new Outputs(List.of(object), List.of(json));
    }

    private void assets(List<Asset> needed) {
        for (Asset asset : needed) {
            if (!assets.contains(asset.key())) {
                shelf.put(NewObject.of(asset.key(), asset.bytes(), asset.contentType()));
                assets.add(asset.key());
            }
        }
    }

    private Outputs remove(String folder, List<String> keys, boolean gone) {
        if (gone) {
            shelf.put(NewObject.of(goneKey(folder), pages.gone(), HTML));
        } else {
            shelf.remove(goneKey(folder));
        }
        keys.forEach(shelf::remove);
        return new Outputs(List.of(), keys);
    }

    private static List<String> pageKeys(String folder) {
        return List.of(ObjectKeys.page(folder), ObjectKeys.json(folder));
    }

    private static List<String> archiveKeys(String folder) {
        String page = ObjectKeys.page(folder);
        String feed = ObjectKeys.atom(folder);
        return ObjectKeys.isChapterOfFront(folder)
                ? List.of(ObjectKeys.sitemap(folder), page, feed)
                : List.of(page, feed);
    }

    private static List<String> channelKeys(String folder) {
        return List.of(
                ObjectKeys.page(folder),
                ObjectKeys.page(ObjectKeys.subscribe(folder)),
                ObjectKeys.rss(folder),
                ObjectKeys.atom(folder),
                ObjectKeys.jsonFeed(folder));
    }
}
