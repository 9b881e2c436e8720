package dev.pressline.atproto.repo.mst;

import static dev.pressline.atproto.repo.InvalidRepoException.malformed;

import dev.pressline.atproto.repo.InvalidRepoException;
import dev.pressline.atproto.repo.car.Blocks;
import dev.pressline.atproto.repo.cbor.BinaryCid;
import dev.pressline.atproto.repo.mst.Subtree.Leaf;
import dev.pressline.atproto.repo.mst.Subtree.Node;
import dev.pressline.atproto.repo.mst.Subtree.Nothing;
import dev.pressline.atproto.repo.mst.Subtree.Stub;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A tree of which only some blocks are at hand, and what becomes of it when keys come and go. The
 * shape follows from the keys alone, so the root after a change proves the change. Every operation
 * throws {@link InvalidRepoException}: {@link Fault#BLOCK_MISSING} where it needs a block that is
 * not there, {@link Fault#CONTRADICTION} where the tree is not as the operation says. Immutable.
 *
 * @see <a href="https://atproto.com/specs/sync#commit-validation-mst-operation-inversion">AT
 *     Protocol: inversion of operations</a>
 */
public final class PartialTree {

    private final TreeEdit edit;
    private final Subtree root;
    private final int level;

    private PartialTree(TreeEdit edit, Subtree root, int level) {
        this.edit = edit;
        this.root = root;
        this.level = level;
    }

    /** The tree of a root, whose own block must be there. */
    public static PartialTree of(Blocks blocks, BinaryCid root) {
        MstNode node = MstNode.parse(blocks.require(root));
        return node.isEmpty()
                ? empty(blocks)
                : new PartialTree(new TreeEdit(blocks), Node.of(node), MstWalk.level(node));
    }

    /** A tree without keys, over blocks that later operations may need. */
    public static PartialTree empty(Blocks blocks) {
        return new PartialTree(new TreeEdit(blocks), new Nothing(), 0);
    }

    /** The CID of the root. */
    public BinaryCid rootCid() {
        return switch (root) {
            case Nothing nothing -> BinaryCid.ofBlock(MstNode.EMPTY.encode());
            case Stub(BinaryCid cid) -> cid;
            case Node node -> cid(node);
        };
    }

    private static BinaryCid cid(Node node) {
        List<MstNode.Entry> entries = new ArrayList<>();
        for (int i = 0; i < node.entries().size(); i++) {
            Leaf leaf = node.entries().get(i);
            entries.add(
                    new MstNode.Entry(leaf.key(), leaf.value(), link(node.children().get(i + 1))));
        }
        MstNode block = new MstNode(link(node.children().getFirst()), entries);
        return BinaryCid.ofBlock(block.encode());
    }

    private static Optional<BinaryCid> link(Subtree subtree) {
        return switch (subtree) {
            case Nothing nothing -> Optional.empty();
            case Stub(BinaryCid cid) -> Optional.of(cid);
            case Node node -> Optional.of(cid(node));
        };
    }

    /** The value of a key. */
    public Optional<BinaryCid> find(MstKey key) {
        Subtree at = root;
        int height = key.height();
        for (int here = level; here >= height; here--) {
            Optional<Node> node = edit.opened(at, here);
            if (node.isEmpty()) {
                return Optional.empty();
            }
            int position = TreeEdit.position(node.get(), key);
            if (here == height) {
                return TreeEdit.holds(node.get(), position, key)
                        ? Optional.of(node.get().entries().get(position).value())
                        : Optional.empty();
            }
            at = node.get().children().get(position);
        }
        return Optional.empty();
    }

    /** The tree with another value of a key that it holds. */
    public PartialTree replace(MstKey key, BinaryCid before, BinaryCid after) {
        Subtree top = edit.replace(root, level, new Leaf(key, before), after);
        return new PartialTree(edit, top, level);
    }

    /** The tree with a key that it does not hold. */
    public PartialTree insert(MstKey key, BinaryCid value) {
        int height = key.height();
        if (height > MstWalk.MAX_LEVELS) {
            throw malformed("a key of height " + height);
        }
        if (root instanceof Nothing) {
            return new PartialTree(edit, TreeEdit.chain(new Leaf(key, value), height), height);
        }
        Subtree top = root;
        int here = level;
        for (; here < height; here++) {
            top = new Node(List.of(), List.of(top));
        }
        return new PartialTree(edit, edit.insert(top, here, new Leaf(key, value)), here);
    }

    /** The tree without a key that it holds with this value. */
    public PartialTree remove(MstKey key, BinaryCid value) {
        Subtree top = edit.remove(root, level, new Leaf(key, value));
        int here = level;
        while (top instanceof Node node && node.entries().isEmpty()) {
            top = atHand(node.children().getFirst(), --here);
        }
        return new PartialTree(edit, top, here);
    }

    /** A stub is left as it is where its block is missing: it can be a root all the same. */
    private Subtree atHand(Subtree subtree, int here) {
        return subtree instanceof Stub(BinaryCid cid) && edit.blocks().find(cid).isPresent()
                ? edit.opened(subtree, here).<Subtree>map(node -> node).orElseThrow()
                : subtree;
    }
}
