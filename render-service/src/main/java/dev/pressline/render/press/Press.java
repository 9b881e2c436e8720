package dev.pressline.render.press;

import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.kit.store.NewObject;
import dev.pressline.render.feed.FeedRenderer;
import dev.pressline.render.job.PrintJob;
import dev.pressline.render.page.Asset;
import dev.pressline.render.page.Assets;
import dev.pressline.render.page.Feed;
import dev.pressline.render.page.PageRenderer;
import dev.pressline.render.page.SiteSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Prints one job: has its objects set and puts what has changed. Idempotent and thread-safe. */
@ApplicationScoped
class Press {

    private static final String GONE = "gone/";

    private final Typesetter typesetter;
    private final SiteLists lists;
    private final Shelf shelf;
    private final HubPings hub;
    private final ReadyItems items;
    private final Set<String> assets = ConcurrentHashMap.newKeySet();

    Press(
            PageRenderer pages,
            FeedRenderer feeds,
            SiteSettings settings,
            Shelf shelf,
            HubPings hub,
            ItemCache items) {
        this.lists = new SiteLists(settings);
        this.typesetter = new Typesetter(pages, feeds, lists);
        this.shelf = shelf;
        this.hub = hub;
        this.items = new ReadyItems(feeds, shelf, items);
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
        NewObject beside = typesetter.json(job);
        items.prepare(beside.sha256(), job.document());
        List<NewObject> objects = List.of(typesetter.page(job), beside);
        if (job.isNew().orElse(false)) {
            create(job.folder(), objects);
        } else {
            put(job.folder(), objects);
        }
        return new Outputs(objects, List.of());
    }

    private Outputs report(PrintJob.PrintReport job) {
        assets(Assets.of(Optional.empty()));
        return printed(job.folder(), typesetter.objects(job));
    }

    private Outputs channel(PrintJob.PrintChannel job) {
        assets(typesetter.assets(job.channel()));
        List<NewObject> objects = typesetter.objects(job, Readable.of(job.items(), items));
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

    private Outputs chapter(PrintJob.PrintChapter job) {
        assets(typesetter.assets(job.channel()));
        return printed(job.folder(), typesetter.objects(job, Readable.of(job.items(), items)));
    }

    private Outputs archive(PrintJob.PrintArchive job) {
        assets(typesetter.assets(job.channel()));
        return printed(job.folder(), List.of(typesetter.page(job)));
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

    private Outputs moved(PrintJob.MoveDocument job) {
        NewObject page = typesetter.page(job);
        put(job.folder(), List.of(page));
        String json = ObjectKeys.json(job.folder());
        shelf.remove(json);
        return new Outputs(List.of(page), List.of(json));
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
            shelf.put(typesetter.marker(goneKey(folder)));
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
