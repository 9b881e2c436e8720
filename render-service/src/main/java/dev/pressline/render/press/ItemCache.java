package dev.pressline.render.press;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.luben.zstd.Zstd;
import dev.pressline.render.feed.FeedItem;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Feed items kept ready, by the hash of their document's JSON. Each holds the same article three
 * times over, so they are kept compressed, to about a sixth. Thread-safe.
 */
final class ItemCache {

    private static final int LEVEL = 1;

    private final Cache<String, Packed> items;

    /** A cache of at most so many bytes. */
    ItemCache(long maximumBytes) {
        this.items =
                Caffeine.newBuilder()
                        .maximumWeight(maximumBytes)
                        .<String, Packed>weigher((key, item) -> item.bytes.length)
                        .build();
    }

    private record Packed(Instant updated, List<Integer> lengths, byte[] bytes) {

        static Packed of(FeedItem item) {
            List<byte[]> parts =
                    Stream.of(item.whole(), item.brief())
                            .flatMap(each -> Stream.of(each.rss(), each.atom(), each.json()))
                            .toList();
            ByteBuffer all = ByteBuffer.allocate(item.whole().size() + item.brief().size());
            parts.forEach(all::put);
            return new Packed(
                    item.updated(),
                    parts.stream().map(part -> part.length).toList(),
                    Zstd.compress(all.array(), LEVEL));
        }

        FeedItem item() {
            int size = lengths.stream().mapToInt(Integer::intValue).sum();
            ByteBuffer all = ByteBuffer.wrap(Zstd.decompress(bytes, size));
            Iterator<byte[]> parts = lengths.stream().map(each -> next(all, each)).iterator();
            return new FeedItem(updated, rendition(parts), rendition(parts));
        }

        private static FeedItem.Rendition rendition(Iterator<byte[]> parts) {
            return new FeedItem.Rendition(parts.next(), parts.next(), parts.next());
        }

        private static byte[] next(ByteBuffer all, int length) {
            byte[] part = new byte[length];
            all.get(part);
            return part;
        }
    }

    boolean contains(String sha256) {
        return items.getIfPresent(sha256) != null;
    }

    Optional<FeedItem> get(String sha256) {
        return Optional.ofNullable(items.getIfPresent(sha256)).map(Packed::item);
    }

    void put(String sha256, FeedItem item) {
        items.put(sha256, Packed.of(item));
    }
}
