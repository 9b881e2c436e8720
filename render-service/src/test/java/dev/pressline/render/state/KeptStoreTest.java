package dev.pressline.render.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.errors.TaskCorruptedException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptStoreTest {

    private static final String NAME = "records";
    private static final TopicPartition CHANGELOG = Task.changelog(NAME);

    @TempDir Path directory;

    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final KeptStores stores = new KeptStores(() -> now);
    private final KeyValueStore<Bytes, byte[]> store = stores.supplier(NAME).get();
    private Task task;

    @BeforeEach
    void open() {
        task = new Task(directory.resolve("here"));
        task.open(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void put(String key, String value) {
        store.put(Task.bytes(key), value.getBytes());
    }

    private void committedUpTo(long offset) {
        stores.committed(Map.of(CHANGELOG, offset));
    }

    private static List<String> entries(KeyValueIterator<Bytes, byte[]> all) {
        List<String> entries = new ArrayList<>();
        try (all) {
            all.forEachRemaining(
                    each -> entries.add(new String(each.key.get()) + '=' + new String(each.value)));
        }
        return entries;
    }

    @Test
    void all_committedAndUncommitted_isBothInOrder() {
        // Given
        put("b", "1");
        put("d", "1");
        committedUpTo(2);

        // When
        put("a", "2");
        put("d", "2");
        store.delete(Task.bytes("b"));

        // Then
        assertThat(entries(store.all())).containsExactly("a=2", "d=2");
        assertThat(store.get(Task.bytes("b"))).isNull();
        assertThat(store.get(Task.bytes("d"))).asString().isEqualTo("2");
    }

    @Test
    void init_afterACloseWithoutCommit_hasWhatWasCommitted() {
        // Given
        put("a", "1");
        committedUpTo(5);
        put("a", "2");
        put("b", "2");

        // When
        store.close();
        task.open(store);

        // Then
        assertThat(entries(store.all())).containsExactly("a=1");
        assertThat(store.committedOffset(CHANGELOG)).isEqualTo(5);
    }

    @Test
    void init_afterAKill_hasWhatWasOnDiskAndItsOffset() throws IOException {
        // Given
        put("a", "1");
        committedUpTo(5);
        now = now.plus(Duration.ofHours(2));
        committedUpTo(5);
        put("b", "2");
        committedUpTo(6);

        // When
        Task killed = task.copiedTo(directory.resolve("there"));
        KeyValueStore<Bytes, byte[]> other = stores.supplier(NAME).get();
        killed.open(other);

        // Then
        assertThat(entries(other.all())).containsExactly("a=1");
        assertThat(other.committedOffset(CHANGELOG)).isEqualTo(5);
        other.close();
    }

    @Test
    void init_whatStreamsHasEmptied_isKept() throws IOException {
        // Given
        put("a", "1");
        committedUpTo(5);
        store.close();

        // When
        task.empty();
        task.open(store);

        // Then
        assertThat(entries(store.all())).containsExactly("a=1");
        assertThat(task.isClaimed(NAME)).isTrue();
    }

    @Test
    void init_neverCommitted_isEmptyAndUnclaimed() {
        // Given
        task.restore(List.of(KeyValue.pair("a".getBytes(), "1".getBytes())));

        // When
        store.close();
        task.open(store);

        // Then
        assertThat(entries(store.all())).isEmpty();
        assertThat(store.committedOffset(CHANGELOG)).isNull();
        assertThat(task.isClaimed(NAME)).isFalse();
    }

    @Test
    void init_afterHalfADay_beginsAnew() {
        // Given
        put("a", "1");
        committedUpTo(5);
        store.close();

        // When
        now = now.plus(Duration.ofHours(13));
        task.open(store);

        // Then
        assertThat(entries(store.all())).isEmpty();
        assertThat(store.committedOffset(CHANGELOG)).isNull();
    }

    @Test
    void init_whatCannotBeOpened_beginsAnew() throws IOException {
        // Given
        put("a", "1");
        committedUpTo(5);
        store.close();
        Files.writeString(task.kept().resolve("0_0-" + NAME).resolve("CURRENT"), "nonsense");

        // When
        task.open(store);

        // Then
        assertThat(entries(store.all())).isEmpty();
        assertThat(store.committedOffset(CHANGELOG)).isNull();
    }

    @Test
    void range_whatCannotBeRead_hasStreamsBeginAnew() throws IOException {
        // Given
        for (int i = 0; i < 1_000; i++) {
            put("key-" + i, "value " + i);
        }
        committedUpTo(5);
        store.close();
        task.spoil(NAME, 1.0 / 3);

        // When
        task.open(store);

        // Then
        assertThatThrownBy(() -> entries(store.all())).isInstanceOf(TaskCorruptedException.class);
    }

    @Test
    void init_markThatCannotBeRead_beginsAnew() throws IOException {
        // Given
        put("a", "1");
        committedUpTo(5);
        store.close();
        task.spoil(NAME, 0);

        // When
        task.open(store);

        // Then
        assertThat(entries(store.all())).isEmpty();
        assertThat(store.committedOffset(CHANGELOG)).isNull();
    }

    @Test
    void init_storesBesideIt_deletesWhatNobodyUses() throws IOException {
        // Given
        KeyValueStore<Bytes, byte[]> used = stores.supplier("used").get();
        task.open(used);
        Path left = Files.createDirectories(task.kept().resolve("9_9-left"));
        Path recent = Files.createDirectories(task.kept().resolve("8_8-recent"));
        FileTime old = FileTime.from(now.minus(Duration.ofHours(13)));
        Files.setLastModifiedTime(left, old);
        Files.setLastModifiedTime(recent, FileTime.from(now));
        Files.setLastModifiedTime(task.kept().resolve("0_0-used"), old);

        // When
        store.close();
        task.open(store);

        // Then
        assertThat(task.kept())
                .isDirectoryNotContaining(each -> each.equals(left))
                .isDirectoryContaining(each -> each.equals(recent))
                .isDirectoryContaining(each -> each.endsWith("0_0-used"));
        used.close();
    }

    @Test
    void commit_whatNoTransactionHasCommitted_isNotKept() {
        // Given
        put("a", "1");
        committedUpTo(5);
        put("b", "2");

        // When
        store.commit(Map.of(CHANGELOG, 9L));
        store.close();
        task.open(store);

        // Then
        assertThat(entries(store.all())).containsExactly("a=1");
        assertThat(store.committedOffset(CHANGELOG)).isEqualTo(5);
    }

    @Test
    void commit_ofWhatWasRestored_isKept() {
        // Given
        task.restore(
                List.of(
                        KeyValue.pair("a".getBytes(), "1".getBytes()),
                        KeyValue.pair("b".getBytes(), "1".getBytes()),
                        KeyValue.pair("a".getBytes(), null)));

        // When
        store.commit(Map.of(CHANGELOG, 9L));
        store.close();
        task.open(store);

        // Then
        assertThat(entries(store.all())).containsExactly("b=1");
        assertThat(store.committedOffset(CHANGELOG)).isEqualTo(9);
    }

    @Test
    void commit_withoutOffsets_forgetsEverything() {
        // Given
        put("a", "1");
        committedUpTo(5);
        put("b", "2");

        // When
        store.commit(Map.of());

        // Then
        assertThat(entries(store.all())).isEmpty();
        assertThat(store.committedOffset(CHANGELOG)).isNull();
    }

    @Test
    void committed_whileItIsRestored_movesNothing() {
        // Given
        task.restore(List.of(KeyValue.pair("a".getBytes(), "1".getBytes())));
        store.commit(Map.of(CHANGELOG, 3L));

        // When
        committedUpTo(8);

        // Then
        assertThat(store.committedOffset(CHANGELOG)).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void ranges_ofAnyHistory_areThoseOfASortedMap(long seed) {
        // Given
        Random random = new Random(seed);
        NavigableMap<String, String> expected = new TreeMap<>();

        for (int i = 0; i < 400; i++) {
            // When
            String key = key(random);
            if (random.nextInt(3) == 0) {
                store.delete(Task.bytes(key));
                expected.remove(key);
            } else {
                put(key, String.valueOf(i));
                expected.put(key, String.valueOf(i));
            }
            if (random.nextInt(10) == 0) {
                committedUpTo(i);
            }

            // Then
            String from = key(random);
            String to = from + key(random);
            List<String> within = lines(expected.subMap(from, true, to, true));
            assertThat(entries(store.range(Task.bytes(from), Task.bytes(to)))).isEqualTo(within);
            assertThat(entries(store.reverseRange(Task.bytes(from), Task.bytes(to))))
                    .isEqualTo(within.reversed());
        }
        assertThat(entries(store.all())).isEqualTo(lines(expected));
    }

    private static String key(Random random) {
        return String.valueOf((char) ('a' + random.nextInt(4)))
                + (char) ('a' + random.nextInt(4))
                + (char) ('a' + random.nextInt(4));
    }

    private static List<String> lines(Map<String, String> entries) {
        return entries.entrySet().stream()
                .map(each -> each.getKey() + '=' + each.getValue())
                .toList();
    }
}
