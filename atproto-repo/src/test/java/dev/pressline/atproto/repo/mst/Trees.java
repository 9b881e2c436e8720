package dev.pressline.atproto.repo.mst;

import dev.pressline.atproto.repo.car.Blocks;
import dev.pressline.atproto.repo.cbor.BinaryCid;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Builds trees the plain way: level by level, from all keys at once. */
public final class Trees {

    private final Map<BinaryCid, byte[]> blocks = new HashMap<>();

    /** A tree with its blocks. */
    public record Built(BinaryCid root, Map<BinaryCid, byte[]> nodes) {
        public Blocks blocks() {
            return cid -> Optional.ofNullable(nodes.get(cid));
        }
    }

    /** Builds the tree of some keys. */
    public static Built build(Map<String, BinaryCid> keys) {
        Trees trees = new Trees();
        SortedMap<String, BinaryCid> sorted = new TreeMap<>(keys);
        int top = sorted.keySet().stream().mapToInt(k -> new MstKey(k).height()).max().orElse(0);
        BinaryCid root = trees.node(sorted, top).orElseGet(() -> trees.put(MstNode.EMPTY));
        return new Built(root, trees.blocks);
    }

    private Optional<BinaryCid> node(SortedMap<String, BinaryCid> keys, int level) {
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        List<String> own =
                keys.keySet().stream().filter(k -> new MstKey(k).height() == level).toList();
        Optional<BinaryCid> left =
                node(own.isEmpty() ? keys : keys.headMap(own.getFirst()), level - 1);
        List<MstNode.Entry> entries = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            SortedMap<String, BinaryCid> behind = keys.tailMap(own.get(i) + '\0');
            if (i + 1 < own.size()) {
                behind = behind.headMap(own.get(i + 1));
            }
            entries.add(
                    new MstNode.Entry(
                            new MstKey(own.get(i)), keys.get(own.get(i)), node(behind, level - 1)));
        }
        return Optional.of(put(new MstNode(left, entries)));
    }

    private BinaryCid put(MstNode node) {
        byte[] block = node.encode();
        BinaryCid cid = BinaryCid.ofBlock(block);
        blocks.put(cid, block);
        return cid;
    }

    /** Some CID, that of a text. */
    public static BinaryCid value(String text) {
        return BinaryCid.ofBlock(text.getBytes(StandardCharsets.UTF_8));
    }
}
