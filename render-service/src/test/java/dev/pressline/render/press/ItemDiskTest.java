package dev.pressline.render.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ItemDiskTest {

    private static final long ROOM = 8L << 20;
    private static final int ITEM = 64 << 10;
    private static final int MANY = 640;

    @TempDir Path directory;

    private static byte[] item(int number) {
        byte[] bytes = new byte[ITEM];
        new Random(number).nextBytes(bytes);
        return bytes;
    }

    private static String key(int number) {
        return "%064x".formatted(number);
    }

    private long taken() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".sst"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    @Test
    void get_ofWhatWasPut_isThat() {
        try (ItemDisk disk = ItemDisk.open(directory, ROOM)) {
            // When
            disk.put(key(1), item(1));

            // Then
            assertThat(disk.get(key(1))).contains(item(1));
            assertThat(disk.contains(key(1))).isTrue();
            assertThat(disk.contains(key(2))).isFalse();
            assertThat(disk.get(key(2))).isEmpty();
        }
    }

    @Test
    void put_ofMoreThanThereIsRoomFor_keepsTheNewestAndStaysWithinItsRoom() throws IOException {
        try (ItemDisk disk = ItemDisk.open(directory, ROOM)) {
            // When
            IntStream.range(0, MANY).forEach(number -> disk.put(key(number), item(number)));

            // Then
            assertThat(disk.get(key(MANY - 1))).contains(item(MANY - 1));
            assertThat(disk.get(key(0))).isEmpty();
        }
        assertThat(taken()).isLessThanOrEqualTo(ROOM + (ROOM / 2));
    }

    @Test
    void open_whereOneWasBefore_beginsEmpty() {
        // Given
        try (ItemDisk before = ItemDisk.open(directory, ROOM)) {
            IntStream.range(0, MANY).forEach(number -> before.put(key(number), item(number)));
        }

        // When
        try (ItemDisk disk = ItemDisk.open(directory, ROOM)) {
            // Then
            assertThat(disk.get(key(MANY - 1))).isEmpty();
        }
    }

    @Test
    void open_whereAnotherHasIt_saysWhichSettingToChange() {
        try (ItemDisk other = ItemDisk.open(directory, ROOM)) {
            // Given
            other.put(key(1), item(1));

            // When, Then
            assertThatIllegalStateException()
                    .isThrownBy(() -> ItemDisk.open(directory, ROOM))
                    .withMessageContaining("pressline.render.press.items-directory");
            assertThat(other.get(key(1))).contains(item(1));
        }
    }

    @Test
    void get_afterTheEnd_isEmpty() {
        // Given
        ItemDisk disk = ItemDisk.open(directory, ROOM);
        disk.put(key(1), item(1));

        // When
        disk.close();
        disk.put(key(2), item(2));

        // Then
        assertThat(disk.get(key(1))).isEmpty();
        assertThat(disk.get(key(2))).isEmpty();
    }
}
