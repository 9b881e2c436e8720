package dev.pressline.atproto.repo.mst;

import dev.pressline.atproto.repo.InvalidRepoException;
import dev.pressline.atproto.repo.InvalidRepoException.Fault;
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
 * What becomes of a subtree when a key comes, goes or changes; opens stubs where it must.
 * Immutable.
 *
 * @param blocks where stubs are opened from
 */
record TreeEdit(Blocks blocks) {

    /** The subtree on level {@code here} with a key that it does not hold. */
    Node insert(Subtree subtree, int here, Leaf leaf) {
        int height = leaf.key().height();
        Optional<Node> opened = opened(subtree, here);
        if (opened.isEmpty()) {
            return chain(leaf, here);
        }
        Node node = opened.get();
        int position = position(node, leaf.key());
        if (here > height) {
            Subtree child = node.children().get(position);
            return withChild(node, position, insert(child, here - 1, leaf));
        }
        if (holds(node, position, leaf.key())) {
            throw contradiction("the tree holds " + leaf.key() + " already");
        }
        Halves halves = split(node.children().get(position), here - 1, leaf.key());
        List<Leaf> entries = new ArrayList<>(node.entries());
        entries.add(position, leaf);
        List<Subtree> children = new ArrayList<>(node.children());
        children.set(position, halves.left());
        children.add(position + 1, halves.right());
        return new Node(entries, children);
    }

    /** The subtree on level {@code here} that holds one key. */
    static Node chain(Leaf leaf, int here) {
        Node node = new Node(List.of(leaf), List.of(new Nothing(), new Nothing()));
        for (int at = leaf.key().height(); at < here; at++) {
            node = new Node(List.of(), List.of(node));
        }
        return node;
    }

    private record Halves(Subtree left, Subtree right) {}

    private Halves split(Subtree subtree, int here, MstKey key) {
        Optional<Node> opened = opened(subtree, here);
        if (opened.isEmpty()) {
            return new Halves(new Nothing(), new Nothing());
        }
        Node node = opened.get();
        int position = position(node, key);
        int size = node.entries().size();
        Halves middle = split(node.children().get(position), here - 1, key);
        List<Subtree> left = new ArrayList<>(node.children().subList(0, position));
        left.add(middle.left());
        List<Subtree> right = new ArrayList<>(node.children().subList(position + 1, size + 1));
        right.addFirst(middle.right());
        return new Halves(
                pruned(new Node(node.entries().subList(0, position), left)),
                pruned(new Node(node.entries().subList(position, size), right)));
    }

    private static Subtree pruned(Node node) {
        boolean empty = node.entries().isEmpty() && node.children().getFirst() instanceof Nothing;
        return empty ? new Nothing() : node;
    }

    /** The subtree on level {@code here} with another value of a key. */
    Node replace(Subtree subtree, int here, Leaf before, BinaryCid after) {
        Node node = open(subtree, here, before);
        int position = position(node, before.key());
        if (here > before.key().height()) {
            Subtree child = node.children().get(position);
            return withChild(node, position, replace(child, here - 1, before, after));
        }
        requireHeld(node, position, before);
        List<Leaf> entries = new ArrayList<>(node.entries());
        entries.set(position, new Leaf(before.key(), after));
        return new Node(entries, node.children());
    }

    /** The subtree on level {@code here} without a key that it holds. */
    Subtree remove(Subtree subtree, int here, Leaf leaf) {
        Node node = open(subtree, here, leaf);
        int position = position(node, leaf.key());
        if (here > leaf.key().height()) {
            Subtree child = remove(node.children().get(position), here - 1, leaf);
            return pruned(withChild(node, position, child));
        }
        requireHeld(node, position, leaf);
        List<Leaf> entries = new ArrayList<>(node.entries());
        entries.remove(position);
        List<Subtree> children = new ArrayList<>(node.children());
        Subtree right = children.remove(position + 1);
        children.set(position, merge(children.get(position), right, here - 1));
        return pruned(new Node(entries, children));
    }

    private Node open(Subtree subtree, int here, Leaf leaf) {
        if (here < leaf.key().height()) {
            throw notHeld(leaf);
        }
        return opened(subtree, here).orElseThrow(() -> notHeld(leaf));
    }

    private static void requireHeld(Node node, int position, Leaf leaf) {
        boolean held =
                position < node.entries().size() && node.entries().get(position).equals(leaf);
        if (!held) {
            throw notHeld(leaf);
        }
    }

    private static InvalidRepoException notHeld(Leaf leaf) {
        return contradiction("the tree does not hold " + leaf.key() + " as " + leaf.value());
    }

    private Subtree merge(Subtree left, Subtree right, int here) {
        if (left instanceof Nothing) {
            return right;
        }
        if (right instanceof Nothing) {
            return left;
        }
        Node one = opened(left, here).orElseThrow();
        Node other = opened(right, here).orElseThrow();
        List<Leaf> entries = new ArrayList<>(one.entries());
        entries.addAll(other.entries());
        List<Subtree> children = new ArrayList<>(one.children());
        Subtree last = children.removeLast();
        children.add(merge(last, other.children().getFirst(), here - 1));
        children.addAll(other.children().subList(1, other.children().size()));
        return new Node(entries, children);
    }

    /** A subtree on level {@code here} as a node, or empty where it is nothing. */
    Optional<Node> opened(Subtree subtree, int here) {
        return switch (subtree) {
            case Nothing nothing -> Optional.empty();
            case Node node -> Optional.of(node);
            case Stub(BinaryCid cid) ->
                    Optional.of(Node.of(MstWalk.child(blocks.require(cid), here + 1)));
        };
    }

    /** The first entry that is not before the key. */
    static int position(Node node, MstKey key) {
        int position = 0;
        while (position < node.entries().size()
                && node.entries().get(position).key().compareTo(key) < 0) {
            position++;
        }
        return position;
    }

    static boolean holds(Node node, int position, MstKey key) {
        return position < node.entries().size() && node.entries().get(position).key().equals(key);
    }

    private static Node withChild(Node node, int position, Subtree child) {
        List<Subtree> children = new ArrayList<>(node.children());
        children.set(position, child);
        return new Node(node.entries(), children);
    }

    private static InvalidRepoException contradiction(String message) {
        return new InvalidRepoException(Fault.CONTRADICTION, message);
    }
}
