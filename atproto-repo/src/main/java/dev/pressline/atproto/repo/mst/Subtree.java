package dev.pressline.atproto.repo.mst;

import dev.pressline.atproto.repo.cbor.BinaryCid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A part of a tree in memory, on a level known from its place. Immutable. */
sealed interface Subtree {

    /** Nothing. */
    record Nothing() implements Subtree {}

    /** A subtree of which only the CID is known. */
    record Stub(BinaryCid cid) implements Subtree {}

    /**
     * A node: entries with a subtree before each, and one behind the last.
     *
     * @param entries in the order of their keys
     * @param children one more than there are entries
     */
    record Node(List<Leaf> entries, List<Subtree> children) implements Subtree {

        /** Takes copies. */
        public Node {
            entries = List.copyOf(entries);
            children = List.copyOf(children);
        }

        /** A node as its block holds it, with a stub for each subtree. */
        static Node of(MstNode node) {
            List<Leaf> entries = new ArrayList<>();
            List<Subtree> children = new ArrayList<>();
            children.add(Subtree.of(node.left()));
            for (MstNode.Entry entry : node.entries()) {
                entries.add(new Leaf(entry.key(), entry.value()));
                children.add(Subtree.of(entry.right()));
            }
            return new Node(entries, children);
        }
    }

    private static Subtree of(Optional<BinaryCid> cid) {
        return cid.<Subtree>map(Stub::new).orElseGet(Nothing::new);
    }

    /** A key with its value. */
    record Leaf(MstKey key, BinaryCid value) {}
}
