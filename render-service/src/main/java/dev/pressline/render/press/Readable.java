package dev.pressline.render.press;

import dev.pressline.render.feed.FeedItem;
import dev.pressline.render.job.Item;
import dev.pressline.render.page.ListingEntry;
import java.util.ArrayList;
import java.util.List;

/**
 * What a page and a feed can show of documents, in the same order. Immutable.
 *
 * @param entries for the page
 * @param items for the feed
 */
record Readable(List<ListingEntry> entries, List<FeedItem> items) {

    /** Takes copies. */
    Readable {
        entries = List.copyOf(entries);
        items = List.copyOf(items);
    }

    /** What can be shown of what a job lists: documents that are no longer there are left out. */
    static Readable of(List<Item> listed, ReadyItems ready) {
        List<ListingEntry> entries = new ArrayList<>();
        List<FeedItem> items = new ArrayList<>();
        for (Item item : listed) {
            ready.of(item)
                    .ifPresent(
                            rendered -> {
                                entries.add(item.entry());
                                items.add(rendered);
                            });
        }
        return new Readable(entries, items);
    }
}
