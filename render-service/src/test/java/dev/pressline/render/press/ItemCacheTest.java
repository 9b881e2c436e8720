package dev.pressline.render.press;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.render.feed.FeedItem;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ItemCacheTest {

    private static final String ARTICLE =
            "<p>The tide came in, and went out again.</p>".repeat(200);

    @TempDir Path directory;

    private ItemDisk disk;

    private static FeedItem item() {
        return new FeedItem(
                Instant.parse("2026-02-17T22:58:56Z"),
                rendition(ARTICLE),
                rendition("brief"),
                "<url/>".getBytes(UTF_8));
    }

    private static FeedItem.Rendition rendition(String text) {
        return new FeedItem.Rendition(
                ("<item>" + text + "</item>").getBytes(UTF_8),
                ("<entry>" + text + "</entry>").getBytes(UTF_8),
                ("{\"content_html\":\"" + text + "\"}").getBytes(UTF_8));
    }

    @BeforeEach
    void openDisk() {
        disk = ItemDisk.open(directory, 1 << 20);
    }

    @AfterEach
    void closeDisk() {
        disk.close();
    }

    @Test
    void get_ofWhatWasPut_isTheSameItem() {
        // Given
        ItemCache items = ItemCache.on(disk, 1 << 20);
        items.put("a", item());

        // When
        FeedItem kept = items.get("a").orElseThrow();

        // Then
        assertThat(kept).usingRecursiveComparison().isEqualTo(item());
        assertThat(items.contains("a")).isTrue();
    }

    @Test
    void get_ofAnItemThatLiesOpen_isThatItem() {
        // Given
        ItemCache items = ItemCache.on(disk, 1 << 20);
        FeedItem item = item();
        items.put("a", item);

        // When, Then
        assertThat(items.get("a")).containsSame(item);
    }

    @Test
    void put_ofMoreThanCanLieOpen_keepsAllOfThem() {
        // Given
        ItemCache items = ItemCache.on(disk, 4L * item().size());

        // When
        IntStream.range(0, 20).forEach(i -> items.put("item " + i, item()));

        // Then
        assertThat(IntStream.range(0, 20).mapToObj(i -> items.get("item " + i)))
                .allSatisfy(
                        kept ->
                                assertThat(kept.orElseThrow())
                                        .usingRecursiveComparison()
                                        .isEqualTo(item()));
    }

    @Test
    void get_ofAnItemTooLargeToLieOpen_isTheSameItem() {
        // Given
        ItemCache items = ItemCache.on(disk, item().size());
        items.put("a", item());

        // When
        FeedItem kept = items.get("a").orElseThrow();

        // Then
        assertThat(kept).usingRecursiveComparison().isEqualTo(item());
    }

    @Test
    void get_ofWhatWasNeverPut_isEmpty() {
        assertThat(ItemCache.on(disk, 1 << 20).get("a")).isEmpty();
    }

    @Test
    void put_ofAnItemLargerThanTheMemory_keepsItOnDisk() {
        // Given
        int itsSize = item().whole().size();
        ItemCache items = ItemCache.on(disk, itsSize / 10);

        // When
        items.put("a", item());

        // Then
        assertThat(items.get("a")).isPresent();
    }

    @Test
    void get_inMemoryAlone_ofWhatHasNoRoom_isEmpty() {
        // Given
        ItemCache items = ItemCache.inMemory(item().size() / 2);

        // When
        items.put("a", item());

        // Then
        assertThat(items.get("a")).isEmpty();
        assertThat(items.contains("a")).isFalse();
    }
}
