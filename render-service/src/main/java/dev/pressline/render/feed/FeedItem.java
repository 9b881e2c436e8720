package dev.pressline.render.feed;

import java.time.Instant;

/**
 * A document as an item of the three feed formats, rendered once and spliced into any feed that
 * holds it. Depends on the document, its publication and the public URL alone. Immutable as long as
 * nobody writes into its arrays.
 *
 * @param updated when the document was last changed: its {@code updatedAt}, else {@code
 *     publishedAt}, else the time of its rev
 * @param rss the {@code item} element
 * @param atom the {@code entry} element
 * @param json the JSON object
 */
@SuppressWarnings("ArrayRecordComponent")
public record FeedItem(Instant updated, byte[] rss, byte[] atom, byte[] json) {

    /** The bytes of all formats together. */
    public int size() {
        return rss.length + atom.length + json.length;
    }
}
