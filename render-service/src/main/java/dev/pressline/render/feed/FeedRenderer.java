package dev.pressline.render.feed;

import dev.pressline.contract.document.Document;
import dev.pressline.render.html.SiteUrls;
import dev.pressline.render.page.Channel;
import dev.pressline.render.page.Chapter;
import dev.pressline.render.page.Feed;
import dev.pressline.render.page.ListingPage;
import dev.pressline.render.page.SiteSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The feeds of a site in UTF-8. The same arguments give the same bytes; every date of a feed is
 * that of its newest item. Items beyond some mebibytes are brief. Stateless and thread-safe.
 */
public final class FeedRenderer {

    /** The bytes of whole items that a feed has room for. */
    static final int ROOM = 4 * 1024 * 1024;

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
                rendition(article),
                rendition(article.brief()),
                Sitemap.place(article, SiteUrls.below(settings.publicUrl() + '/')));
    }

    private static FeedItem.Rendition rendition(Article article) {
        return new FeedItem.Rendition(
                RssFormat.item(article), AtomFormat.item(article), JsonFormat.item(article));
    }

    /**
     * The feed of a channel in one format; items newest first, {@code older} the newest chapter of
     * its archive, {@code deleted} the documents that were lately, newest first.
     */
    public byte[] feed(
            Feed format,
            Channel channel,
            Optional<Chapter> older,
            List<DeletedEntry> deleted,
            List<FeedItem> items) {
        FeedHead head = FeedHead.of(channel, format, older, settings, items);
        List<byte[]> parts = within(format, items);
        return switch (format) {
            case RSS -> joined(RssFormat.head(head), parts, NOTHING, RssFormat.foot());
            case ATOM -> joined(AtomFormat.head(head, deleted), parts, NOTHING, AtomFormat.foot());
            case JSON ->
                    joined(JsonFormat.head(head), parts, JsonFormat.separator(), JsonFormat.foot());
        };
    }

    /** A chapter of a channel's archive as an archived feed of RFC 5005; items newest first. */
    public byte[] archive(Channel channel, ListingPage.Archived place, List<FeedItem> items) {
        FeedHead head = FeedHead.of(channel, place, settings, items);
        List<byte[]> parts = within(Feed.ATOM, items);
        return joined(AtomFormat.head(head, List.of()), parts, NOTHING, AtomFormat.foot());
    }

    /** Each item whole as long as there is room, else brief. */
    private static List<byte[]> within(Feed format, List<FeedItem> items) {
        List<byte[]> parts = new ArrayList<>();
        int room = ROOM;
        for (FeedItem item : items) {
            byte[] whole = item.whole().in(format);
            boolean fits = whole.length <= room;
            room -= fits ? whole.length : 0;
            parts.add(fits ? whole : item.brief().in(format));
        }
        return parts;
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
