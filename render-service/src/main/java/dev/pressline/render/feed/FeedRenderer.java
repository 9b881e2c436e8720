package dev.pressline.render.feed;

import dev.pressline.contract.document.Document;
import dev.pressline.render.page.Channel;
import dev.pressline.render.page.Feed;
import dev.pressline.render.page.SiteSettings;
import java.util.ArrayList;
import java.util.List;

/**
 * The feeds of a site in UTF-8. The same arguments give the same bytes; every date of a feed is
 * that of its newest item. Stateless and thread-safe.
 */
public final class FeedRenderer {

    private static final byte[] NOTHING = {};

    private final SiteSettings settings;

    /** The renderer of one site. */
    public FeedRenderer(SiteSettings settings) {
        this.settings = settings;
    }

    /** A document as an item of every format. */
    public FeedItem item(Document document) {
        Article article = Article.of(document, settings);
        return new FeedItem(
                article.updated(),
                RssFormat.item(article),
                AtomFormat.item(article),
                JsonFormat.item(article));
    }

    /** The feed of a channel in one format; items newest first. */
    public byte[] feed(Feed format, Channel channel, List<FeedItem> items) {
        return switch (format) {
            case RSS -> rss(channel, items);
            case ATOM -> atom(channel, items);
            case JSON -> json(channel, items);
        };
    }

    /** The RSS 2.0 feed of a channel; items newest first. */
    public byte[] rss(Channel channel, List<FeedItem> items) {
        byte[] head = RssFormat.head(FeedHead.of(channel, Feed.RSS, settings, items));
        List<byte[]> parts = items.stream().map(FeedItem::rss).toList();
        return joined(head, parts, NOTHING, RssFormat.foot());
    }

    /** The Atom feed (RFC 4287) of a channel; items newest first. */
    public byte[] atom(Channel channel, List<FeedItem> items) {
        byte[] head = AtomFormat.head(FeedHead.of(channel, Feed.ATOM, settings, items));
        List<byte[]> parts = items.stream().map(FeedItem::atom).toList();
        return joined(head, parts, NOTHING, AtomFormat.foot());
    }

    /** The JSON Feed 1.1 of a channel; items newest first. */
    public byte[] json(Channel channel, List<FeedItem> items) {
        byte[] head = JsonFormat.head(FeedHead.of(channel, Feed.JSON, settings, items));
        List<byte[]> parts = items.stream().map(FeedItem::json).toList();
        return joined(head, parts, JsonFormat.separator(), JsonFormat.foot());
    }

    private static byte[] joined(byte[] head, List<byte[]> items, byte[] between, byte[] foot) {
        List<byte[]> parts = new ArrayList<>();
        parts.add(head);
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) {
                parts.add(between);
            }
            parts.add(items.get(i));
        }
        parts.add(foot);
        byte[] whole = new byte[parts.stream().mapToInt(part -> part.length).sum()];
        int position = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, whole, position, part.length);
            position += part.length;
        }
        return whole;
    }
}
