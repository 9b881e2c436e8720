package dev.pressline.render.press;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.pressline.render.feed.FeedItem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Feed items kept ready, by the hash of their document's JSON. Those used most lie open in memory,
 * since opening fifty takes ten times as long as writing a feed of them. Each holds the same
 * article three times over, so the others are kept packed, to about a sixth. Thread-safe.
 */
public final class ItemCache implements AutoCloseable {

    private final Cache<String, FeedItem> open;
    private final Optional<ItemDisk> packed;

    private ItemCache(long maximumBytes, Optional<ItemDisk> packed) {
        this.packed = packed;
        this.open =
                Caffeine.newBuilder()
                        .maximumWeight(maximumBytes)
                        .<String, FeedItem>weigher((key, item) -> item.size())
                        .evictionListener((key, item, cause) -> pack(key, item))
                        .executor(Runnable::run)
                        .build();
    }

    /** One with so many bytes of open items at most; the others are on a disk that it closes. */
    static ItemCache on(ItemDisk disk, long maximumBytes) {
        return new ItemCache(maximumBytes, Optional.of(disk));
    }

    /** One that keeps nothing but so many bytes of open items. */
    public static ItemCache inMemory(long maximumBytes) {
        return new ItemCache(maximumBytes, Optional.empty());
    }

    private void pack(@Nullable String sha256, @Nullable FeedItem item) {
        if (sha256 != null && item != null) {
            packed.filter(disk -> !disk.contains(sha256))
                    .ifPresent(disk -> disk.put(sha256, PackedItem.of(item)));
        }
    }

    boolean contains(String sha256) {
        return open.getIfPresent(sha256) != null
                || packed.filter(disk -> disk.contains(sha256)).isPresent();
    }

    /** The item of a document with this hash, if it is ready. */
    public Optional<FeedItem> get(String sha256) {
        return Optional.ofNullable(open.getIfPresent(sha256)).or(() -> opened(sha256));
    }

    private Optional<FeedItem> opened(String sha256) {
        Optional<FeedItem> item = packed.flatMap(disk -> disk.get(sha256)).map(PackedItem::open);
        item.ifPresent(each -> put(sha256, each));
        return item;
    }

    /** Keeps an item ready as long as there is room. */
    public void put(String sha256, FeedItem item) {
        open.put(sha256, item);
    }

    @Override
    public void close() {
        packed.ifPresent(ItemDisk::close);
    }
}
