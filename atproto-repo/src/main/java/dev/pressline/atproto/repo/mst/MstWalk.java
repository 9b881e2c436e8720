package dev.pressline.atproto.repo.mst;

import static dev.pressline.atproto.repo.InvalidRepoException.malformed;

import dev.pressline.atproto.repo.car.Blocks;
import dev.pressline.atproto.repo.cbor.BinaryCid;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * A walk over a whole tree, in the order of its keys, that believes nothing: every node is there
 * and hashes to its CID, every key stands on its level, every subtree is one level lower and holds
 * a key, and the keys ascend over the whole walk. So it ends, after as many steps as there are
 * keys. Not thread-safe.
 */
public final class MstWalk {

    /** The most levels; a tree of all records of the network has fewer than half. */
    public static final int MAX_LEVELS = 32;

    private final Blocks blocks;
    private final BiConsumer<MstKey, BinaryCid> visitor;
    private String last = "";

    private MstWalk(Blocks blocks, BiConsumer<MstKey, BinaryCid> visitor) {
        this.blocks = blocks;
        this.visitor = visitor;
    }

    /**
     * Shows each key and the CID of its record to {@code visitor}. Throws {@link
     * dev.pressline.atproto.repo.InvalidRepoException} at the first contradiction; what was shown
     * before is then not proven either.
     */
    public static void walk(Blocks blocks, BinaryCid root, BiConsumer<MstKey, BinaryCid> visitor) {
        MstNode top = MstNode.parse(blocks.require(root));
        if (!top.isEmpty()) {
            new MstWalk(blocks, visitor).node(top, level(top));
        }
    }

    /** The level of a root, which has keys unless the tree is empty. */
    static int level(MstNode root) {
        int level = root.height().orElseThrow(() -> malformed("the root holds no key"));
        if (level > MAX_LEVELS) {
            throw malformed("the tree has " + level + " levels");
        }
        return level;
    }

    private void node(MstNode node, int level) {
        subtree(node.left(), level);
        for (MstNode.Entry entry : node.entries()) {
            visit(entry);
            subtree(entry.right(), level);
        }
    }

    private void visit(MstNode.Entry entry) {
        String key = entry.key().text();
        if (!last.isEmpty() && key.compareTo(last) <= 0) {
            throw malformed("keys do not ascend over the tree at " + key);
        }
        last = key;
        visitor.accept(entry.key(), entry.value());
    }

    private void subtree(Optional<BinaryCid> cid, int level) {
        if (cid.isPresent()) {
            node(child(blocks.require(cid.get()), level), level - 1);
        }
    }

    /** Reads a subtree of a node on {@code level}, and checks that it is one level lower. */
    static MstNode child(byte[] block, int level) {
        MstNode child = MstNode.parse(block);
        if (child.isEmpty() || level == 0) {
            throw malformed("a subtree holds no key");
        }
        child.height().ifPresent(height -> requireLevel(height, level - 1));
        return child;
    }

    private static void requireLevel(int height, int level) {
        if (height != level) {
            throw malformed("keys of height " + height + " stand on level " + level);
        }
    }
}
