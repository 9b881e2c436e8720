package dev.pressline.render.page;

import java.util.List;
import java.util.Optional;

/**
 * A page that lists documents of a channel. Immutable.
 *
 * @param channel what is listed
 * @param entries the documents of this page, newest first
 * @param isCut whether documents that belong here are left out, since they were too many
 * @param place where in the channel the page is
 */
public record ListingPage(Channel channel, List<ListingEntry> entries, boolean isCut, Place place) {

    /** Where a page is in the order of its channel. */
    public sealed interface Place {

        /** The next older chapter; empty on the oldest page. */
        Optional<Chapter> older();
    }

    /**
     * The first page, of the newest documents.
     *
     * @param hasFeeds whether the channel has feeds beside it
     */
    public record First(Optional<Chapter> older, boolean hasFeeds) implements Place {}

    /**
     * A chapter of the archive.
     *
     * @param newer the next newer chapter; empty where that is on the first page
     */
    public record Archived(Chapter chapter, Optional<Chapter> older, Optional<Chapter> newer)
            implements Place {}

    /** The folder of the page in the site bucket. */
    public String folder() {
        return switch (place) {
            case First first -> channel.folder();
            case Archived archived -> archived.chapter().folder(channel.folder());
        };
    }

    /** The channel whose feeds the page offers: its own, else those of the whole. */
    Channel followed() {
        return switch (place) {
            case First first -> first.hasFeeds() ? channel : new Channel.Front();
            case Archived archived -> channel;
        };
    }

    Optional<Chapter> chapter() {
        return switch (place) {
            case First first -> Optional.empty();
            case Archived archived -> Optional.of(archived.chapter());
        };
    }
}
