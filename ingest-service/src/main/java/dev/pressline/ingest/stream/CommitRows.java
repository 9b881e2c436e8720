package dev.pressline.ingest.stream;

import dev.pressline.atproto.repo.InvalidRepoException;
import dev.pressline.atproto.repo.cbor.BinaryCid;
import dev.pressline.atproto.repo.cbor.RecordJson;
import dev.pressline.atproto.repo.mst.MstKey;
import dev.pressline.atproto.repo.stream.CommitProof;
import dev.pressline.atproto.repo.stream.RepoEvent;
import dev.pressline.atproto.repo.stream.RepoOp;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.InvalidIdentifierException;
import dev.pressline.contract.identifier.Nsid;
import dev.pressline.contract.identifier.RecordKey;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.ingest.row.CidCheck;
import dev.pressline.ingest.row.RejectionReason;
import dev.pressline.ingest.row.Row;
import dev.pressline.ingest.row.WantedCollections;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes rows of what a repository holds or a commit changed. Pure; thread-safe. */
public final class CommitRows {

    private final WantedCollections wanted;

    /** Makes rows of the wanted collections. */
    public CommitRows(WantedCollections wanted) {
        this.wanted = wanted;
    }

    /**
     * Rows of a commit.
     *
     * @param rows one for each wanted operation whose record came with the commit
     * @param isWhole whether that is all of them
     */
    record Made(List<Row> rows, boolean isWhole) {}

    /** Whether a commit changes anything that is wanted. */
    boolean wants(RepoEvent.CommitEvent event) {
        return event.ops().stream().anyMatch(op -> wants(op.path()));
    }

    /** Whether a key of the tree is the path of a record of a wanted collection. */
    public boolean wants(MstKey path) {
        int slash = path.text().indexOf('/');
        try {
            return slash > 0 && wanted.contains(Nsid.parse(path.text().substring(0, slash)));
        } catch (InvalidIdentifierException e) {
            return false;
        }
    }

    /** The rows of a proven commit. */
    Made of(RepoEvent.CommitEvent event, CommitProof proof) {
        List<Row> rows = new ArrayList<>();
        boolean isWhole = true;
        for (RepoOp op : event.ops()) {
            if (wants(op.path())) {
                Optional<Row> row = row(event, op, proof);
                row.ifPresent(rows::add);
                isWhole &= row.isPresent();
            }
        }
        return new Made(rows, isWhole);
    }

    private Optional<Row> row(RepoEvent.CommitEvent event, RepoOp op, CommitProof proof) {
        return switch (op) {
            case RepoOp.Create create -> put(event, create.path(), create.cid(), proof);
            case RepoOp.Update update -> put(event, update.path(), update.cid(), proof);
            case RepoOp.Delete delete ->
                    Optional.of(delete(event.did(), event.rev(), delete.path()));
        };
    }

    private Optional<Row> put(
            RepoEvent.CommitEvent event, MstKey path, BinaryCid cid, CommitProof proof) {
        return proof.snapshot()
                .blocks()
                .find(cid)
                .map(block -> record(event.did(), event.rev(), path, new Proven(cid, block)));
    }

    /** A record whose CID stands in a tree, with its block. */
    public record Proven(BinaryCid cid, byte[] block) {}

    /** The row of a record that a signed tree holds. */
    public Row record(Did did, Tid rev, MstKey path, Proven record) {
        return record(did, rev, path, record, CidCheck.SIGNED);
    }

    /** The row of a record that a tree holds, believed as far as the tree is. */
    public Row record(Did did, Tid rev, MstKey path, Proven record, CidCheck check) {
        try {
            return new Row.Put(
                    uri(did, path),
                    rev,
                    Optional.of(record.cid().toCid()),
                    check,
                    RecordJson.of(record.block()));
        } catch (InvalidIdentifierException e) {
            return badPath(e);
        } catch (InvalidRepoException e) {
            return new Row.Rejected(
                    RejectionReason.BAD_RECORD, '/' + path.text(), String.valueOf(e.getMessage()));
        }
    }

    /** The row of a record that a signed tree no longer holds. */
    public static Row delete(Did did, Tid rev, MstKey path) {
        try {
            return new Row.Delete(uri(did, path), rev);
        } catch (InvalidIdentifierException e) {
            return badPath(e);
        }
    }

    private static Row badPath(InvalidIdentifierException e) {
        return new Row.Rejected(RejectionReason.BAD_URI, "/path", String.valueOf(e.getMessage()));
    }

    private static AtUri uri(Did did, MstKey path) {
        int slash = path.text().indexOf('/');
        return new AtUri(
                did,
                Nsid.parse(path.text().substring(0, slash)),
                RecordKey.parse(path.text().substring(slash + 1)));
    }
}
