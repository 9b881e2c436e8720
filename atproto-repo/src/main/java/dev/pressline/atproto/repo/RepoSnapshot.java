package dev.pressline.atproto.repo;

import dev.pressline.atproto.repo.InvalidRepoException.Fault;
import dev.pressline.atproto.repo.car.Blocks;
import dev.pressline.atproto.repo.cbor.BinaryCid;
import dev.pressline.atproto.repo.commit.Commit;
import dev.pressline.atproto.repo.commit.SigningKey;
import dev.pressline.atproto.repo.mst.MstKey;
import dev.pressline.atproto.repo.mst.MstWalk;
import dev.pressline.atproto.repo.mst.RecordProof;
import dev.pressline.contract.identifier.Did;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A repository, or a part of one, at one commit that its account has signed. Immutable; as
 * thread-safe as its blocks.
 *
 * @param commit the commit
 * @param blocks what is at hand of the tree and its records
 * @see <a href="https://atproto.com/specs/repository">AT Protocol: repository</a>
 */
public record RepoSnapshot(Commit commit, Blocks blocks) {

    /** Sees the records of a repository, one after the other. */
    @FunctionalInterface
    public interface RecordVisitor {

        /**
         * A record of the tree; {@code block} is empty where its bytes are not there or not what
         * the CID says.
         */
        void record(MstKey key, BinaryCid cid, Optional<byte[]> block);
    }

    /**
     * Reads the commit at {@code root} and believes it only as one of {@code did}, signed by {@code
     * key}. Throws {@link InvalidRepoException}: {@link Fault#SIGNATURE} may mean that the key is
     * out of date.
     */
    public static RepoSnapshot open(Blocks blocks, BinaryCid root, Did did, SigningKey key) {
        Commit commit = Commit.parse(blocks.require(root));
        if (!commit.did().equals(did)) {
            throw new InvalidRepoException(
                    Fault.CONTRADICTION, "the commit is one of " + commit.did() + ", not " + did);
        }
        commit.requireSignedBy(key);
        return new RepoSnapshot(commit, blocks);
    }

    /**
     * Reads the commit at {@code root} as it is, whoever signed it: what it names hashes to its
     * CIDs, and nothing says whose word it is. Throws {@link InvalidRepoException}.
     */
    public static RepoSnapshot unsigned(Blocks blocks, BinaryCid root) {
        return new RepoSnapshot(Commit.parse(blocks.require(root)), blocks);
    }

    /**
     * Proves the whole tree, and only then shows its records, in the order of their keys. Throws
     * {@link InvalidRepoException} before the first record where the tree is not whole; a record
     * that is missing or wrong is shown without its block and spoils no other.
     */
    public void forEachRecord(RecordVisitor visitor) {
        forEachRecord(key -> true, visitor);
    }

    /** Does the same, and shows only the records that are {@code wanted}. */
    public void forEachRecord(Predicate<MstKey> wanted, RecordVisitor visitor) {
        MstWalk.walk(blocks, commit.data(), (key, cid) -> {});
        MstWalk.walk(
                blocks,
                commit.data(),
                (key, cid) -> {
                    if (wanted.test(key)) {
                        visitor.record(key, cid, blocks.find(cid));
                    }
                });
    }

    /** What the tree proves about one record; throws as {@link RecordProof#of} does. */
    public RecordProof proof(MstKey key) {
        return RecordProof.of(blocks, commit.data(), key);
    }
}
