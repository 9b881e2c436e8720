package dev.pressline.testing.benchmarks.feeds;

import dev.pressline.contract.document.Document;
import dev.pressline.kit.store.Sha256;
import dev.pressline.render.feed.FeedItem;
import dev.pressline.render.feed.FeedRenderer;
import dev.pressline.render.page.Channel;
import dev.pressline.render.page.Feed;
import dev.pressline.render.page.SiteSettings;
import dev.pressline.render.press.ItemCache;
import dev.pressline.testing.benchmarks.corpus.Row;
import dev.pressline.testing.benchmarks.normalize.Documents;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The three feeds of a channel as the press makes them: of items rendered anew, and of such as are
 * kept ready. Not thread-safe.
 */
final class FeedWork {

    /** The items of a feed. */
    static final int ITEMS = 50;

    private static final long SEED = 42;
    private static final long ROOM = 64L << 20;

    private final FeedRenderer renderer =
            new FeedRenderer(new SiteSettings("https://bench.example", "Bench"));
    private final List<Document> documents;
    private List<byte[]> last = List.of();
    private final ItemCache ready = ItemCache.inMemory(ROOM);

    /** With one document more than a feed has items. */
    FeedWork() {
        Documents normalizer = new Documents();
        this.documents = Row.records(SEED, ITEMS + 1).stream().map(normalizer::normalize).toList();
        for (int i = 0; i < documents.size(); i++) {
            ready.put(key(i), renderer.item(documents.get(i)));
        }
    }

    private static String key(int document) {
        return Sha256.hex(new byte[] {(byte) document});
    }

    /** The feeds of the newest documents, all rendered anew. */
    List<byte[]> anew(int newest) {
        return feeds(newest(newest).stream().map(renderer::item).toList());
    }

    /** The same, the newest rendered and the others kept ready. */
    List<byte[]> spliced(int newest) {
        ready.put(key(newest), renderer.item(documents.get(newest)));
        return kept(newest);
    }

    /** The same, all kept ready. */
    List<byte[]> kept(int newest) {
        return feeds(ready(newest));
    }

    private List<FeedItem> ready(int newest) {
        return IntStream.range(0, ITEMS)
                .mapToObj(i -> ready.get(key(newest - i)).orElseThrow())
                .toList();
    }

    /** The RSS feed alone, the newest item rendered and the others kept ready. */
    byte[] rssSpliced(int newest) {
        ready.put(key(newest), renderer.item(documents.get(newest)));
        return feed(Feed.RSS, ready(newest));
    }

    /** The documents of a feed, newest first. */
    List<Document> newest(int newest) {
        return IntStream.range(0, ITEMS).mapToObj(i -> documents.get(newest - i)).toList();
    }

    /** One item by itself. */
    FeedItem item(int document) {
        return renderer.item(documents.get(document));
    }

    /** The hashes of the feeds, by which the press sees whether they changed. */
    int hashes() {
        return last.stream().mapToInt(feed -> Sha256.hex(feed).length()).sum();
    }

    private List<byte[]> feeds(List<FeedItem> items) {
        List<byte[]> feeds = new ArrayList<>();
        for (Feed format : Feed.values()) {
            feeds.add(feed(format, items));
        }
        last = feeds;
        return feeds;
    }

    private byte[] feed(Feed format, List<FeedItem> items) {
        return renderer.feed(format, new Channel.Front(), Optional.empty(), List.of(), items);
    }
}
