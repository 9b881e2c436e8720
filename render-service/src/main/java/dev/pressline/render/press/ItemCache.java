package dev.pressline.render.press;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.luben.zstd.Zstd;
import dev.pressline.render.feed.FeedItem;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;

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

    private record Packed(Instant updated, int rss, int atom, int json, byte[] bytes) {

        static Packed of(FeedItem item) {
            byte[] all =
                    ByteBuffer.allocate(item.size())
                            .put(item.rss())
                            .put(item.atom())
                            .put(item.json())
                            .array();
            return new Packed(
                    item.updated(),
                    item.rss().length,
                    item.atom().length,
                    item.json().length,
                    Zstd.compress(all, LEVEL));
        }

        FeedItem item() {
            ByteBuffer all = ByteBuffer.wrap(Zstd.decompress(bytes, rss + atom + json));
            return new FeedItem(updated, next(all, rss), next(all, atom), next(all, json));
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
