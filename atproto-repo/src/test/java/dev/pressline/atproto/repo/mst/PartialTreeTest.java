package dev.pressline.atproto.repo.mst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pressline.atproto.repo.InvalidRepoException;
import dev.pressline.atproto.repo.cbor.BinaryCid;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PartialTreeTest {

    @Provide
    Arbitrary<List<String>> keys() {
        return Arbitraries.integers()
                .between(0, 2_000)
                .map(number -> "site.standard.document/" + number)
                .list()
                .uniqueElements()
                .ofMaxSize(120);
    }

    @Property(tries = 200)
    void insert_keysInAnyOrder_givesTheTreeOfThoseKeys(
            @ForAll("keys") List<String> keys, @ForAll Random random) {
        // Given
        Map<String, BinaryCid> values = values(keys);
        List<String> order = new ArrayList<>(keys);
        java.util.Collections.shuffle(order, random);

        // When
        PartialTree tree = PartialTree.empty(cid -> Optional.empty());
        for (String key : order) {
            tree = tree.insert(new MstKey(key), Trees.value(key));
        }

        // Then
        assertThat(tree.rootCid()).isEqualTo(Trees.build(values).root());
    }

    @Property(tries = 200)
    void remove_halfOfTheKeys_givesTheTreeOfTheOthers(
            @ForAll("keys") List<String> keys, @ForAll Random random) {
        // Given
        Map<String, BinaryCid> values = values(keys);
        Trees.Built whole = Trees.build(values);
        List<String> gone = keys.subList(0, keys.size() / 2);

        // When
        PartialTree tree = PartialTree.of(whole.blocks(), whole.root());
        for (String key : gone) {
            tree = tree.remove(new MstKey(key), Trees.value(key));
        }

        // Then
        gone.forEach(values::remove);
        assertThat(tree.rootCid()).isEqualTo(Trees.build(values).root());
    }

    @Property(tries = 100)
    void walkProofAndFind_everyTree_agreeWithItsKeys(@ForAll("keys") List<String> keys) {
        // Given
        TreeMap<String, BinaryCid> values = new TreeMap<>(values(keys));
        Trees.Built whole = Trees.build(values);
        PartialTree tree = PartialTree.of(whole.blocks(), whole.root());

        // When
        Map<String, BinaryCid> walked = new java.util.LinkedHashMap<>();
        MstWalk.walk(whole.blocks(), whole.root(), (key, cid) -> walked.put(key.text(), cid));

        // Then
        assertThat(walked).containsExactlyEntriesOf(values);
        for (int number = 0; number < 2_000; number += 37) {
            MstKey key = new MstKey("site.standard.document/" + number);
            Optional<BinaryCid> value = Optional.ofNullable(values.get(key.text()));
            RecordProof proof =
                    value.<RecordProof>map(RecordProof.Present::new)
                            .orElseGet(RecordProof.Absent::new);
            assertThat(RecordProof.of(whole.blocks(), whole.root(), key)).isEqualTo(proof);
            assertThat(tree.find(key)).isEqualTo(value);
        }
    }

    @Test
    void replace_aKey_givesTheTreeWithTheOtherValue() {
        // Given
        Map<String, BinaryCid> values = values(numbered(500));
        Trees.Built whole = Trees.build(values);

        // When
        PartialTree tree =
                PartialTree.of(whole.blocks(), whole.root())
                        .replace(new MstKey("a.b.c/7"), Trees.value("a.b.c/7"), Trees.value("x"));

        // Then
        values.put("a.b.c/7", Trees.value("x"));
        assertThat(tree.rootCid()).isEqualTo(Trees.build(values).root());
    }

    @Test
    void edits_againstWhatTheTreeHolds_areContradictions() {
        Trees.Built whole = Trees.build(values(numbered(50)));
        PartialTree tree = PartialTree.of(whole.blocks(), whole.root());
        MstKey known = new MstKey("a.b.c/7");
        BinaryCid value = Trees.value("a.b.c/7");
        BinaryCid other = Trees.value("x");

        assertContradiction(() -> tree.insert(known, value));
        assertContradiction(() -> tree.remove(known, other));
        assertContradiction(() -> tree.remove(new MstKey("a.b.c/none"), value));
        assertContradiction(() -> tree.replace(known, other, value));
    }

    private static void assertContradiction(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable edit) {
        assertThatThrownBy(edit)
                .isInstanceOfSatisfying(
                        InvalidRepoException.class,
                        e ->
                                assertThat(e.fault())
                                        .isEqualTo(InvalidRepoException.Fault.CONTRADICTION));
    }

    static List<String> numbered(int count) {
        return java.util.stream.IntStream.range(0, count).mapToObj(i -> "a.b.c/" + i).toList();
    }

    static Map<String, BinaryCid> values(List<String> keys) {
        Map<String, BinaryCid> values = new HashMap<>();
        keys.forEach(key -> values.put(key, Trees.value(key)));
        return values;
    }
}
