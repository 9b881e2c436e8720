package dev.pressline.render.page;

import dev.pressline.contract.output.ObjectKeys;
import java.util.Arrays;

/** The formats in which every channel has a feed. */
public enum Feed {
    /** RSS 2.0. */
    RSS("RSS", "application/rss+xml"),
    /** Atom, RFC 4287. */
    ATOM("Atom", "application/atom+xml"),
    /** JSON Feed 1.1. */
    JSON("JSON Feed", "application/feed+json");

    private final String label;
    private final String mediaType;

    Feed(String label, String mediaType) {
        this.label = label;
        this.mediaType = mediaType;
    }

    /** What readers know it as. */
    public String label() {
        return label;
    }

    /** Its media type, without parameters. */
    public String mediaType() {
        return mediaType;
    }

    /** Whether the object of a key is a feed, of a channel or of its archive. */
    public static boolean isFeed(String key) {
        String name = key.substring(key.lastIndexOf('/') + 1);
        return Arrays.stream(values()).anyMatch(each -> each.key("").equals(name));
    }

    /** The object key of the feed of a folder. */
    public String key(String folder) {
        return switch (this) {
            case RSS -> ObjectKeys.rss(folder);
            case ATOM -> ObjectKeys.atom(folder);
            case JSON -> ObjectKeys.jsonFeed(folder);
        };
    }
}
