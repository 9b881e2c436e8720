package dev.pressline.atproto.repo.stream;

import dev.pressline.atproto.repo.InvalidRepoException;
import dev.pressline.atproto.repo.InvalidRepoException.Fault;
import dev.pressline.atproto.repo.RepoSnapshot;
import dev.pressline.atproto.repo.car.CarLimits;
import dev.pressline.atproto.repo.car.MemoryBlocks;
import dev.pressline.atproto.repo.cbor.BinaryCid;
import dev.pressline.atproto.repo.commit.SigningKey;
import dev.pressline.atproto.repo.mst.MstKey;
import dev.pressline.atproto.repo.mst.PartialTree;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Tid;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a message proves about its repository: that the account signed the commit and, where the
 * message says what the tree was before, that its operations are all that changed. Whether it
 * follows what we have is the caller's to compare. Immutable.
 *
 * @param snapshot the commit with the blocks of the message
 * @param previousData the root before, if it was stated and proven
 * @see <a href="https://atproto.com/specs/sync">AT Protocol: sync</a>
 */
public record CommitProof(RepoSnapshot snapshot, Optional<BinaryCid> previousData) {

    /** The largest CAR of a {@code #sync}, in bytes: a commit alone. */
    private static final CarLimits SYNC = new CarLimits(10_000, 10_000);

    /**
     * Proves a {@code #commit}. Throws {@link InvalidRepoException}: {@link Fault#SIGNATURE} may
     * mean that the key is out of date, {@link Fault#BLOCK_MISSING} that the proof is not whole.
     */
    public static CommitProof of(RepoEvent.CommitEvent event, SigningKey key) {
        MemoryBlocks blocks = MemoryBlocks.read(event.blocks(), CarLimits.MESSAGE);
        if (!blocks.root().equals(event.commit())) {
            throw contradiction("the blocks are of another commit than the message");
        }
        RepoSnapshot snapshot = snapshot(blocks, event.did(), event.rev(), key);
        PartialTree now = PartialTree.of(blocks, snapshot.commit().data());
        requireOperations(event.ops(), now);
        event.prevData().ifPresent(before -> requireInversion(event.ops(), now, before));
        return new CommitProof(snapshot, event.prevData());
    }

    /** Proves a {@code #sync}; throws as {@link #of(RepoEvent.CommitEvent, SigningKey)} does. */
    public static CommitProof of(RepoEvent.SyncEvent event, SigningKey key) {
        MemoryBlocks blocks = MemoryBlocks.read(event.blocks(), SYNC);
        return new CommitProof(snapshot(blocks, event.did(), event.rev(), key), Optional.empty());
    }

    private static RepoSnapshot snapshot(MemoryBlocks blocks, Did did, Tid rev, SigningKey key) {
        RepoSnapshot snapshot = RepoSnapshot.open(blocks, blocks.root(), did, key);
        if (!snapshot.commit().rev().equals(rev)) {
            throw contradiction(
                    "the commit has rev " + snapshot.commit().rev() + ", the message " + rev);
        }
        return snapshot;
    }

    private static void requireOperations(List<RepoOp> ops, PartialTree now) {
        Set<MstKey> paths = new HashSet<>();
        for (RepoOp op : ops) {
            if (!paths.add(op.path())) {
                throw contradiction("two operations on " + op.path());
            }
            if (!now.find(op.path()).equals(result(op))) {
                throw contradiction("the tree does not hold what was done to " + op.path());
            }
        }
    }

    private static Optional<BinaryCid> result(RepoOp op) {
        return switch (op) {
            case RepoOp.Create create -> Optional.of(create.cid());
            case RepoOp.Update update -> Optional.of(update.cid());
            case RepoOp.Delete delete -> Optional.empty();
        };
    }

    private static void requireInversion(List<RepoOp> ops, PartialTree now, BinaryCid before) {
        PartialTree tree = now;
        for (RepoOp op : ops) {
            if (op instanceof RepoOp.Delete delete) {
                tree = tree.insert(delete.path(), previous(delete, delete.previous()));
            }
        }
        for (RepoOp op : ops) {
            tree =
                    switch (op) {
                        case RepoOp.Create create -> tree.remove(create.path(), create.cid());
                        case RepoOp.Update update ->
                                tree.replace(
                                        update.path(),
                                        update.cid(),
                                        previous(update, update.previous()));
                        case RepoOp.Delete delete -> tree;
                    };
        }
        if (!tree.rootCid().equals(before)) {
            throw contradiction("the operations do not lead from the root before to the root now");
        }
    }

    private static BinaryCid previous(RepoOp op, Optional<BinaryCid> previous) {
        return previous.orElseThrow(
                () -> contradiction("no prev with the operation on " + op.path()));
    }

    private static InvalidRepoException contradiction(String message) {
        return new InvalidRepoException(Fault.CONTRADICTION, message);
    }
}
