package dev.pressline.ingest.backfill;

import dev.pressline.atproto.pds.PdsClient;
import dev.pressline.atproto.repo.InvalidRepoException;
import dev.pressline.atproto.repo.RepoSnapshot;
import dev.pressline.atproto.repo.car.CarLimits;
import dev.pressline.atproto.repo.car.MemoryBlocks;
import dev.pressline.atproto.repo.cbor.BinaryCid;
import dev.pressline.atproto.repo.mst.MstKey;
import dev.pressline.atproto.repo.mst.RecordProof;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.InvalidIdentifierException;
import dev.pressline.ingest.backfill.RepoHost.Given;
import dev.pressline.ingest.row.RejectionReason;
import dev.pressline.ingest.row.Row;
import dev.pressline.ingest.row.WantedCollections;
import dev.pressline.ingest.stream.AccountKeys;
import dev.pressline.ingest.stream.CommitRows;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Asks the PDS for one record and its proof, {@code com.atproto.sync.getRecord}. What is not proven
 * is a rejected row; that a record is gone is proven too. Blocks; thread-safe.
 */
@ApplicationScoped
class SingleRecords {

    private final RepoHost host;
    private final PdsClient pds;
    private final AccountKeys keys;
    private final CommitRows rows;

    SingleRecords(RepoHost host, PdsClient pds, AccountKeys keys, WantedCollections wanted) {
        this.host = host;
        this.pds = pds;
        this.keys = keys;
        this.rows = new CommitRows(wanted);
    }

    /** What the account says now about the record at a key of its tree. */
    Row row(Progress progress, Did did, MstKey key) {
        try {
            AtUri uri = AtUri.parse(AtUri.SCHEME + did + '/' + key);
            return switch (host.answer(progress, did, url -> pds.recordProof(url, uri))) {
                case Given.Found<byte[]>(byte[] car) ->
                        progress.ask("proving " + uri, () -> proven(did, key, car));
                case Given.NotGiven<byte[]>(String why) -> unproven(key, why);
            };
        } catch (InvalidIdentifierException e) {
            return new Row.Rejected(
                    RejectionReason.BAD_URI, '/' + key.text(), String.valueOf(e.getMessage()));
        }
    }

    private Row proven(Did did, MstKey key, byte[] car) {
        try {
            MemoryBlocks blocks = MemoryBlocks.read(car, CarLimits.PROOF);
            RepoSnapshot repo =
                    keys.prove(
                            did, signer -> RepoSnapshot.open(blocks, blocks.root(), did, signer));
            return switch (repo.proof(key)) {
                case RecordProof.Absent absent -> CommitRows.delete(did, repo.commit().rev(), key);
                case RecordProof.Present(BinaryCid cid) ->
                        rows.record(
                                did,
                                repo.commit().rev(),
                                key,
                                new CommitRows.Proven(cid, blocks.require(cid)));
            };
        } catch (InvalidRepoException e) {
            return unproven(key, String.valueOf(e.getMessage()));
        }
    }

    /** The row of a record that nothing proves. */
    static Row unproven(MstKey key, String why) {
        return new Row.Rejected(
                RejectionReason.BAD_PROOF, '/' + key.text(), "the record is not proven: " + why);
    }
}
