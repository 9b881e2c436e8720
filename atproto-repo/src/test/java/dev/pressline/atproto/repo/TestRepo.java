package dev.pressline.atproto.repo;

import dev.pressline.atproto.repo.car.Cars;
import dev.pressline.atproto.repo.cbor.BinaryCid;
import dev.pressline.atproto.repo.cbor.CborWriter;
import dev.pressline.atproto.repo.commit.TestKey;
import dev.pressline.atproto.repo.mst.Trees;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Tid;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** A repository as its PDS writes it. */
public final class TestRepo {

    public static final Did DID = Did.parse("did:plc:ewvi7nxzyoun6zhxrhs64oiz");

    private final Did did;
    private final TestKey key;
    private final Map<String, byte[]> records = new TreeMap<>();

    public TestRepo(TestKey key) {
        this(DID, key);
    }

    public TestRepo(Did did, TestKey key) {
        this.did = did;
        this.key = key;
    }

    /** A commit and everything it reaches. */
    public record State(BinaryCid commit, BinaryCid data, Map<BinaryCid, byte[]> blocks) {

        /** All of it as a CAR. */
        public byte[] car() {
            return Cars.bytes(commit, car -> car.blocks(blocks));
        }
    }

    /** Writes a record; returns its CID. */
    public BinaryCid put(String path, String title) {
        byte[] record = new CborWriter().map(1).text("title").text(title).toByteArray();
        records.put(path, record);
        return BinaryCid.ofBlock(record);
    }

    public BinaryCid delete(String path) {
        return BinaryCid.ofBlock(records.remove(path));
    }

    public State commit(Tid rev) {
        Map<String, BinaryCid> keys = new HashMap<>();
        Map<BinaryCid, byte[]> blocks = new HashMap<>();
        records.forEach(
                (path, record) -> {
                    keys.put(path, BinaryCid.ofBlock(record));
                    blocks.put(BinaryCid.ofBlock(record), record);
                });
        Trees.Built tree = Trees.build(keys);
        blocks.putAll(tree.nodes());
        byte[] unsigned = block(rev, tree.root(), new byte[0]);
        byte[] commit = block(rev, tree.root(), key.sign(unsigned));
        blocks.put(BinaryCid.ofBlock(commit), commit);
        return new State(BinaryCid.ofBlock(commit), tree.root(), blocks);
    }

    private byte[] block(Tid rev, BinaryCid data, byte[] signature) {
        CborWriter out = new CborWriter().map(signature.length == 0 ? 5 : 6);
        out.text("did").text(did.value()).text("rev").text(rev.value());
        if (signature.length > 0) {
            out.text("sig").byteString(signature);
        }
        out.text("data").link(data).text("prev").none().text("version").unsigned(3);
        return out.toByteArray();
    }
}
