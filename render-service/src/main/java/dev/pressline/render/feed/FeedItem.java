package dev.pressline.render.feed;

import dev.pressline.render.page.Feed;
import java.time.Instant;

/**
 * A document as an item of the three feed formats, rendered once and spliced into any feed that
 * holds it. Depends on the document, its publication and the public URL alone. Immutable.
 *
 * @param updated when the document was last changed: its {@code updatedAt}, else {@code
 *     publishedAt}, else the time of its rev
 * @param whole the item with the whole text
 * @param brief the item with the summary and a link, of bounded size
 * @param place its {@code url} element in a sitemap; empty where none may name it
 */
@SuppressWarnings("ArrayRecordComponent")
public record FeedItem(Instant updated, Rendition whole, Rendition brief, byte[] place) {

    /** The bytes of all that it holds together. */
    public int size() {
        return whole.size() + brief.size() + place.length;
    }

    /**
     * An item in each format. Immutable as long as nobody writes into its arrays.
     *
     * @param rss the {@code item} element
     * @param atom the {@code entry} element
     * @param json the JSON object
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Rendition(byte[] rss, byte[] atom, byte[] json) {

        byte[] in(Feed format) {
            return switch (format) {
                case RSS -> rss;
                case ATOM -> atom;
                case JSON -> json;
            };
        }

        /** The bytes of all formats together. */
        public int size() {
            return rss.length + atom.length + json.length;
        }
    }
}
