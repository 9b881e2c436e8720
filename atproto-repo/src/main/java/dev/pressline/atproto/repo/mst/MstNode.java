package dev.pressline.atproto.repo.mst;

import static dev.pressline.atproto.repo.InvalidRepoException.malformed;

import dev.pressline.atproto.repo.InvalidRepoException;
import dev.pressline.atproto.repo.InvalidRepoException.Fault;
import dev.pressline.atproto.repo.cbor.BinaryCid;
import dev.pressline.atproto.repo.cbor.CborReader;
import dev.pressline.atproto.repo.cbor.CborWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One node of the tree, as its block holds it. Reading checks everything that a node can say about
 * itself: keys in order, of one height, with the longest shared prefixes. Immutable.
 *
 * @param left the subtree before the first entry
 * @param entries in the order of their keys
 * @see <a href="https://atproto.com/specs/repository#mst-structure">AT Protocol: MST structure</a>
 */
public record MstNode(Optional<BinaryCid> left, List<Entry> entries) {

    /** The most entries of a node; more are not by chance, since one in four keys rises. */
    public static final int MAX_ENTRIES = 200;

    /** The empty tree. */
    public static final MstNode EMPTY = new MstNode(Optional.empty(), List.of());

    /** Takes a copy. */
    public MstNode {
        entries = List.copyOf(entries);
    }

    /**
     * A key with its value.
     *
     * @param key the whole key
     * @param value the CID of the record
     * @param right the subtree between this entry and the next
     */
    public record Entry(MstKey key, BinaryCid value, Optional<BinaryCid> right) {}

    /** Reads a block; throws {@link InvalidRepoException} for what is no node. */
    public static MstNode parse(byte[] block) {
        CborReader reader = new CborReader(block);
        List<Entry> entries = List.of();
        Optional<BinaryCid> left = Optional.empty();
        CborReader.MapReader map = reader.map();
        requireFields(map, 2);
        while (map.next()) {
            switch (map.key()) {
                case "e" -> entries = entries(reader);
                case "l" -> left = subtree(reader);
                default -> throw malformed("a node has a field " + map.key());
            }
        }
        reader.end();
        return new MstNode(left, entries);
    }

    private static void requireFields(CborReader.MapReader map, int fields) {
        if (map.size() != fields) {
            throw malformed("a node or an entry has " + map.size() + " fields");
        }
    }

    private static Optional<BinaryCid> subtree(CborReader reader) {
        return reader.isNull() ? Optional.empty() : Optional.of(reader.link());
    }

    private static List<Entry> entries(CborReader reader) {
        int count = reader.array();
        if (count > MAX_ENTRIES) {
            throw new InvalidRepoException(Fault.TOO_LARGE, "a node has " + count + " entries");
        }
        List<Entry> entries = new ArrayList<>(count);
        String previous = "";
        int height = 0;
        for (int i = 0; i < count; i++) {
            Entry entry = entry(reader, previous);
            int own = entry.key().height();
            if (i > 0 && own != height) {
                throw malformed("keys of two heights stand in one node at " + entry.key());
            }
            height = own;
            previous = entry.key().text();
            entries.add(entry);
        }
        return entries;
    }

    private static Entry entry(CborReader reader, String previous) {
        byte[] suffix = {};
        long shared = 0;
        Optional<BinaryCid> right = Optional.empty();
        Optional<BinaryCid> value = Optional.empty();
        CborReader.MapReader map = reader.map();
        requireFields(map, 4);
        while (map.next()) {
            switch (map.key()) {
                case "k" -> suffix = reader.byteString();
                case "p" -> shared = reader.integer();
                case "t" -> right = subtree(reader);
                case "v" -> value = Optional.of(reader.link());
                default -> throw malformed("an entry has a field " + map.key());
            }
        }
        MstKey key = key(previous, shared, suffix);
        return new Entry(key, value.orElseThrow(() -> malformed("an entry has no v")), right);
    }

    private static MstKey key(String previous, long shared, byte[] suffix) {
        if (shared < 0 || shared > previous.length() || suffix.length > MstKey.MAX_LENGTH) {
            throw malformed("an entry shares " + shared + " bytes with " + previous);
        }
        MstKey key = new MstKey(previous.substring(0, (int) shared) + MstKey.text(suffix));
        if (MstKey.commonPrefix(previous, key.text()) != shared) {
            throw malformed("the shared prefix is not the longest at " + key);
        }
        if (!previous.isEmpty() && key.text().compareTo(previous) <= 0) {
            throw malformed("keys are doubled or not in order at " + key);
        }
        return key;
    }

    /** Whether it has neither entries nor a subtree. */
    public boolean isEmpty() {
        return entries.isEmpty() && left.isEmpty();
    }

    /** The level of its keys, or empty where it has none. */
    public Optional<Integer> height() {
        return entries.stream().findFirst().map(entry -> entry.key().height());
    }

    /** The subtree in which a key stands that is on a lower level. */
    Optional<BinaryCid> before(MstKey key) {
        Optional<BinaryCid> below = left;
        for (Entry entry : entries) {
            if (entry.key().compareTo(key) > 0) {
                return below;
            }
            below = entry.right();
        }
        return below;
    }

    /** The block. */
    public byte[] encode() {
        CborWriter out = new CborWriter().map(2).text("e").array(entries.size());
        String previous = "";
        for (Entry entry : entries) {
            int shared = MstKey.commonPrefix(previous, entry.key().text());
            previous = entry.key().text();
            out.map(4).text("k").byteString(MstKey.bytes(previous.substring(shared)));
            out.text("p").unsigned(shared).text("t");
            subtree(out, entry.right());
            out.text("v").link(entry.value());
        }
        subtree(out.text("l"), left);
        return out.toByteArray();
    }

    private static void subtree(CborWriter out, Optional<BinaryCid> subtree) {
        subtree.ifPresentOrElse(out::link, out::none);
    }
}
