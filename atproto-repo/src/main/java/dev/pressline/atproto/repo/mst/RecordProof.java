package dev.pressline.atproto.repo.mst;

import dev.pressline.atproto.repo.car.Blocks;
import dev.pressline.atproto.repo.cbor.BinaryCid;
import java.util.Optional;

/** What the path from the root of a tree to a key proves about the key. Immutable. */
public sealed interface RecordProof {

    /** The tree holds the key with this CID. */
    record Present(BinaryCid cid) implements RecordProof {}

    /** The tree does not hold the key. */
    record Absent() implements RecordProof {}

    /**
     * Follows the path of a key from {@code root}. Throws {@link
     * dev.pressline.atproto.repo.InvalidRepoException} where a node on the path is not there, which
     * proves nothing, or is not as it must be.
     */
    static RecordProof of(Blocks blocks, BinaryCid root, MstKey key) {
        MstNode node = MstNode.parse(blocks.require(root));
        int level = node.isEmpty() ? 0 : MstWalk.level(node);
        while (level > key.height()) {
            Optional<BinaryCid> below = node.before(key);
            if (below.isEmpty()) {
                return new Absent();
            }
            node = MstWalk.child(blocks.require(below.get()), level);
            level--;
        }
        return node.entries().stream()
                .filter(entry -> entry.key().equals(key))
                .findFirst()
                .<RecordProof>map(entry -> new Present(entry.value()))
                .orElseGet(Absent::new);
    }
}
