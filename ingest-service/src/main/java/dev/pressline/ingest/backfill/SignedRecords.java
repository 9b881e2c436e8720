package dev.pressline.ingest.backfill;

import dev.pressline.atproto.repo.RepoSnapshot;
import dev.pressline.atproto.repo.cbor.BinaryCid;
import dev.pressline.atproto.repo.commit.Commit;
import dev.pressline.atproto.repo.mst.MstKey;
import dev.pressline.atproto.repo.mst.RecordProof;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.ingest.publish.Intakes;
import dev.pressline.ingest.row.Row;
import dev.pressline.ingest.row.WantedCollections;
import dev.pressline.ingest.stream.CommitRows;
import dev.pressline.ingest.stream.CommitRows.Proven;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Publishes the wanted records of a proven repository, then the deletion of those that are known
 * and that its tree does not hold. A record that the CAR lacks is asked for alone, with its proof.
 * Blocks; thread-safe.
 */
@ApplicationScoped
class SignedRecords {

    /** Missing records that are asked for alone; more are told as rejected. */
    static final int MAX_PROOFS = 1_000;

    private static final byte[] NO_BYTES = {};

    private final WantedCollections wanted;
    private final CommitRows rows;
    private final Intakes intakes;
    private final KnownRecords known;
    private final SingleRecords singles;

    SignedRecords(
            WantedCollections wanted, Intakes intakes, KnownRecords known, SingleRecords singles) {
        this.wanted = wanted;
        this.rows = new CommitRows(wanted);
        this.intakes = intakes;
        this.known = known;
        this.singles = singles;
    }

    /**
     * Returns when the brokers have everything. Throws {@link
     * dev.pressline.atproto.repo.InvalidRepoException} before the first record where the tree is
     * not whole.
     */
    void publish(Reading reading, RepoSnapshot repo) {
        Publication publication = new Publication(reading, repo.commit());
        repo.forEachRecord(rows::wants, publication::record);
        publication.askForMissing();
        publication.deleteAbsent(repo);
    }

    private final class Publication {

        private final Progress progress;
        private final Commit commit;
        private final List<MstKey> missing = new ArrayList<>();
        private final IntakeProgress intake;

        Publication(Reading reading, Commit commit) {
            this.progress = reading.progress();
            this.commit = commit;
            this.intake = new IntakeProgress(intakes.open(reading.source()), progress);
        }

        void record(MstKey key, BinaryCid cid, Optional<byte[]> block) {
            if (block.isPresent()) {
                byte[] bytes = block.get();
                intake.take(
                        rows.record(commit.did(), commit.rev(), key, new Proven(cid, bytes)),
                        bytes);
            } else if (missing.size() < MAX_PROOFS) {
                missing.add(key);
            } else {
                intake.take(SingleRecords.unproven(key, "its block is not in the CAR"), NO_BYTES);
            }
        }

        void askForMissing() {
            for (MstKey key : missing) {
                intake.take(singles.row(progress, commit.did(), key), NO_BYTES);
            }
            intake.published();
        }

        void deleteAbsent(RepoSnapshot repo) {
            List<AtUri> older =
                    progress.ask(
                            "comparing with what is known",
                            () -> known.olderThan(commit.did(), commit.rev(), progress::working));
            for (AtUri uri : older) {
                MstKey key = new MstKey(uri.collection() + "/" + uri.rkey());
                boolean isGone = repo.proof(key) instanceof RecordProof.Absent;
                if (isGone && wanted.contains(uri.collection())) {
                    intake.take(new Row.Delete(uri, commit.rev()), NO_BYTES);
                }
            }
            intake.deleted();
        }
    }
}
