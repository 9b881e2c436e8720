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
import org.jspecify.annotations.Nullable;

/**
 * Feed items kept ready, by the hash of their document's JSON. Those used most lie open, since
 * opening fifty takes ten times as long as writing a feed of them. Each holds the same article
 * three times over, so the others are kept packed, to about a sixth. Thread-safe.
 */
public final class ItemCache {

    private static final int LEVEL = 1;

    private final Cache<String, FeedItem> open;
    private final Cache<String, Packed> packed;

    /** A cache of at most so many bytes, half of them for open items. */
    public ItemCache(long maximumBytes) {
        this.open =
                Caffeine.newBuilder()
                        .maximumWeight(maximumBytes / 2)
                        .<String, FeedItem>weigher((key, item) -> item.size())
                        .evictionListener((key, item, cause) -> pack(key, item))
                        .executor(Runnable::run)
                        .build();
        this.packed =
                Caffeine.newBuilder()
                        .maximumWeight(maximumBytes / 2)
                        .<String, Packed>weigher((key, item) -> item.bytes.length)
                        .build();
    }

    private void pack(@Nullable String sha256, @Nullable FeedItem item) {
        if (sha256 != null && item != null && packed.getIfPresent(sha256) == null) {
            packed.put(sha256, Packed.of(item));
        }
    }

    private record Packed(Instant updated, List<Integer> lengths, byte[] bytes) {

        static Packed of(FeedItem item) {
            List<byte[]> parts =
                    Stream.concat(
                                    Stream.of(item.whole(), item.brief()).flatMap(Packed::formats),
                                    Stream.of(item.place()))
                            .toList();
            ByteBuffer all = ByteBuffer.allocate(item.size());
            parts.forEach(all::put);
            return new Packed(
                    item.updated(),
                    parts.stream().map(part -> part.length).toList(),
                    Zstd.compress(all.array(), LEVEL));
        }

        private static Stream<byte[]> formats(FeedItem.Rendition rendition) {
            return Stream.of(rendition.rss(), rendition.atom(), rendition.json());
        }

        FeedItem item() {
            int size = lengths.stream().mapToInt(Integer::intValue).sum();
            ByteBuffer all = ByteBuffer.wrap(Zstd.decompress(bytes, size));
            Iterator<byte[]> parts = lengths.stream().map(each -> next(all, each)).iterator();
            return new FeedItem(updated, rendition(parts), rendition(parts), parts.next());
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
        return open.getIfPresent(sha256) != null || packed.getIfPresent(sha256) != null;
    }

    /** The item of a document with this hash, if it is ready. */
    public Optional<FeedItem> get(String sha256) {
        return Optional.ofNullable(open.getIfPresent(sha256)).or(() -> opened(sha256));
    }

    private Optional<FeedItem> opened(String sha256) {
        Optional<FeedItem> item =
                Optional.ofNullable(packed.getIfPresent(sha256)).map(Packed::item);
        item.ifPresent(each -> put(sha256, each));
        return item;
    }

    /** Keeps an item ready as long as there is room. */
    public void put(String sha256, FeedItem item) {
        open.put(sha256, item);
    }
}
