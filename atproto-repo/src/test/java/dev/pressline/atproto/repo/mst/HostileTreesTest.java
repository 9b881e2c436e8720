package dev.pressline.atproto.repo.mst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pressline.atproto.repo.InvalidRepoException;
import dev.pressline.atproto.repo.InvalidRepoException.Fault;
import dev.pressline.atproto.repo.cbor.BinaryCid;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HostileTreesTest {

    private static final BinaryCid VALUE = Trees.value("value");

    private final Map<BinaryCid, byte[]> blocks = new HashMap<>();

    private BinaryCid put(MstNode node) {
        byte[] block = node.encode();
        BinaryCid cid = BinaryCid.ofBlock(block);
        blocks.put(cid, block);
        return cid;
    }

    private BinaryCid put(Optional<BinaryCid> left, MstNode.Entry... entries) {
        return put(new MstNode(left, List.of(entries)));
    }

    private static MstNode.Entry entry(String key, Optional<BinaryCid> right) {
        return new MstNode.Entry(new MstKey(key), VALUE, right);
    }

    private Fault fault(BinaryCid root) {
        try {
            MstWalk.walk(cid -> Optional.ofNullable(blocks.get(cid)), root, (key, cid) -> {});
        } catch (InvalidRepoException e) {
            return e.fault();
        }
        throw new AssertionError("the tree was believed");
    }

    @Test
    void walk_everyNodeLeftOutInTurn_isRefused() {
        Trees.Built whole = Trees.build(PartialTreeTest.values(PartialTreeTest.numbered(300)));
        for (BinaryCid missing : whole.nodes().keySet()) {
            blocks.clear();
            blocks.putAll(whole.nodes());
            blocks.remove(missing);
            assertThat(fault(whole.root())).isEqualTo(Fault.BLOCK_MISSING);
        }
    }

    @Test
    void walk_oneSubtreeTwice_isRefusedAtItsFirstKey() {
        // "A1/…" keys stand one level above "A0/…" keys
        BinaryCid low = put(Optional.empty(), entry("A0/374913", Optional.empty()));
        assertThat(fault(put(Optional.of(low), entry("B1/986427", Optional.of(low)))))
                .isEqualTo(Fault.MALFORMED);
    }

    @Test
    void walk_aLevelSkipped_isRefused() {
        BinaryCid low = put(Optional.empty(), entry("A0/374913", Optional.empty()));
        assertThat(fault(put(Optional.of(low), entry("B2/827649", Optional.empty()))))
                .isEqualTo(Fault.MALFORMED);
    }

    @Test
    void walk_fillersWithoutEnd_areRefused() {
        BinaryCid filler = put(MstNode.EMPTY);
        for (int i = 0; i < 10_000; i++) {
            filler = put(Optional.of(filler));
        }
        assertThat(fault(filler)).isEqualTo(Fault.MALFORMED);
        assertThat(fault(put(Optional.of(filler), entry("B2/827649", Optional.empty()))))
                .isEqualTo(Fault.MALFORMED);
    }

    @Test
    void walk_anEmptySubtree_isRefused() {
        BinaryCid empty = put(MstNode.EMPTY);
        assertThat(fault(put(Optional.of(empty), entry("B1/986427", Optional.empty()))))
                .isEqualTo(Fault.MALFORMED);
    }

    @Test
    void walk_theEmptyTree_showsNothing() {
        BinaryCid empty = put(MstNode.EMPTY);
        MstWalk.walk(
                cid -> Optional.ofNullable(blocks.get(cid)),
                empty,
                (key, cid) -> {
                    throw new AssertionError("a key in an empty tree");
                });
    }

    @Test
    void parse_keysOfTwoHeightsOrOutOfOrder_isRefused() {
        MstNode mixed =
                new MstNode(
                        Optional.empty(),
                        List.of(
                                entry("A0/374913", Optional.empty()),
                                entry("B1/986427", Optional.empty())));
        MstNode falling =
                new MstNode(
                        Optional.empty(),
                        List.of(
                                entry("C0/451630", Optional.empty()),
                                entry("A0/374913", Optional.empty())));

        assertThatThrownBy(() -> MstNode.parse(mixed.encode()))
                .isInstanceOf(InvalidRepoException.class);
        assertThatThrownBy(() -> MstNode.parse(falling.encode()))
                .isInstanceOf(InvalidRepoException.class);
    }

    @Test
    void parse_anyBytesChanged_neverFailsOtherwise() {
        Trees.Built whole = Trees.build(PartialTreeTest.values(PartialTreeTest.numbered(60)));
        byte[] block = whole.nodes().get(whole.root());
        for (int at = 0; at < block.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] mutant = block.clone();
                mutant[at] ^= (byte) (1 << bit);
                requireReadOrRefused(mutant);
            }
        }
    }

    private static void requireReadOrRefused(byte[] block) {
        try {
            assertThat(MstNode.parse(block).encode()).isEqualTo(block);
        } catch (InvalidRepoException e) {
            assertThat(e.fault()).isIn(Fault.MALFORMED, Fault.TOO_LARGE);
        }
    }
}
