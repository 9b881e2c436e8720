package dev.pressline.render.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MirroredStoreTest {

    private static final String LETTERS = "ab";
    private static final long SEED = 7;
    private static final HexFormat HEX = HexFormat.of();

    private final MemoryStore plain = new MemoryStore();
    private final CountingStore behind = new CountingStore();
    private MirroredStore store = new MirroredStore(behind, LETTERS);

    @Test
    void anyHistory_readsAsThePlainStoreDoes_alsoAfterARestart() {
        Random random = new Random(SEED);
        for (int i = 0; i < 2_000; i++) {
            change(key(random), i, random.nextInt(3) == 0);
            if (random.nextInt(100) == 0) {
                store = new MirroredStore(behind, LETTERS);
            }
            assertReadsAlike(key(random));
        }
    }

    @Test
    void mirroredEntries_areReadWithoutTheStore_othersFromIt() {
        store.put("a1", new byte[] {1});
        store.put("c1", new byte[] {1});
        behind.reset();

        assertThat(store.get("a1")).isPresent();
        assertThat(visited(store, "a")).hasSize(1);
        assertThat(behind).hasToString("0 reads, 0 writes");

        assertThat(store.get("c1")).isPresent();
        assertThat(behind).hasToString("1 reads, 0 writes");
    }

    private void change(String key, int value, boolean isDelete) {
        if (isDelete) {
            plain.delete(key);
            store.delete(key);
        } else {
            plain.put(key, new byte[] {(byte) value});
            store.put(key, new byte[] {(byte) value});
        }
    }

    private void assertReadsAlike(String key) {
        String letter = key.substring(0, 1);
        assertThat(store.get(key).map(HEX::formatHex))
                .isEqualTo(plain.get(key).map(HEX::formatHex));
        assertThat(store.before(letter, key)).isEqualTo(plain.before(letter, key));
        assertThat(store.after(letter, key)).isEqualTo(plain.after(letter, key));
        assertThat(visited(store, letter)).isEqualTo(visited(plain, letter));
        assertThat(visitedBetween(store, key)).isEqualTo(visitedBetween(plain, key));
    }

    private static String key(Random random) {
        return "abc".charAt(random.nextInt(3)) + String.valueOf(random.nextInt(20));
    }

    private static List<String> visited(SortedStore store, String prefix) {
        List<String> visited = new ArrayList<>();
        store.visit(prefix, 5, (key, value) -> visited.add(key + '=' + value[0]));
        return visited;
    }

    private static List<String> visitedBetween(SortedStore store, String start) {
        List<String> visited = new ArrayList<>();
        String end = start.charAt(0) + "9";
        store.visitBetween(start, end, 3, (key, value) -> visited.add(key + '=' + value[0]));
        return visited;
    }
}
