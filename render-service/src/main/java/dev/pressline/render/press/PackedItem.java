package dev.pressline.render.press;

import com.github.luben.zstd.Zstd;
import dev.pressline.render.feed.FeedItem;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A feed item as bytes: when it was updated, how long its parts are, and the parts one behind the
 * other, compressed together since they say the same in several formats.
 */
final class PackedItem {

    private static final int LEVEL = 1;
    private static final int PARTS = 7;
    private static final int HEAD = Long.BYTES + Integer.BYTES + PARTS * Integer.BYTES;

    private PackedItem() {}

    /** Packs an item. */
    static byte[] of(FeedItem item) {
        List<byte[]> parts = parts(item);
        ByteBuffer all = ByteBuffer.allocate(item.size());
        parts.forEach(all::put);
        byte[] compressed = Zstd.compress(all.array(), LEVEL);
        ByteBuffer packed = ByteBuffer.allocate(HEAD + compressed.length);
        packed.putLong(item.updated().getEpochSecond()).putInt(item.updated().getNano());
        parts.forEach(part -> packed.putInt(part.length));
        return packed.put(compressed).array();
    }

    private static List<byte[]> parts(FeedItem item) {
        return Stream.concat(
                        Stream.of(item.whole(), item.brief()).flatMap(PackedItem::formats),
                        Stream.of(item.place()))
                .toList();
    }

    private static Stream<byte[]> formats(FeedItem.Rendition rendition) {
        return Stream.of(rendition.rss(), rendition.atom(), rendition.json());
    }

    /** Opens what {@link #of} packed. */
    static FeedItem open(byte[] packed) {
        ByteBuffer head = ByteBuffer.wrap(packed, 0, HEAD);
        Instant updated = Instant.ofEpochSecond(head.getLong(), head.getInt());
        byte[][] parts = new byte[PARTS][];
        int size = 0;
        for (int i = 0; i < PARTS; i++) {
            parts[i] = new byte[head.getInt()];
            size += parts[i].length;
        }
        ByteBuffer all =
                ByteBuffer.wrap(
                        Zstd.decompress(Arrays.copyOfRange(packed, HEAD, packed.length), size));
        for (byte[] part : parts) {
            all.get(part);
        }
        return new FeedItem(
                updated,
                new FeedItem.Rendition(parts[0], parts[1], parts[2]),
                new FeedItem.Rendition(parts[3], parts[4], parts[5]),
                parts[6]);
    }
}
