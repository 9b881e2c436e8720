package dev.pressline.ingest.file;

import dev.pressline.atproto.repo.InvalidRepoException;
import dev.pressline.atproto.repo.InvalidRepoException.Fault;
import dev.pressline.atproto.repo.RepoSnapshot;
import dev.pressline.atproto.repo.car.SpooledBlocks;
import dev.pressline.atproto.repo.cbor.BinaryCid;
import dev.pressline.atproto.repo.commit.Commit;
import dev.pressline.atproto.repo.mst.MstKey;
import dev.pressline.contract.event.VersionGuard;
import dev.pressline.contract.identifier.Did;
import dev.pressline.ingest.backfill.RepoSpool;
import dev.pressline.ingest.publish.Intake;
import dev.pressline.ingest.row.CidCheck;
import dev.pressline.ingest.row.RejectionReason;
import dev.pressline.ingest.row.Row;
import dev.pressline.ingest.row.WantedCollections;
import dev.pressline.ingest.stream.AccountKeys;
import dev.pressline.ingest.stream.CommitRows;
import dev.pressline.kit.failure.InfrastructureException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Imports a repository that somebody kept as a CAR: its wanted records, at the rev of its commit.
 * The tree must be whole and each record the one that it names; that the account has signed it is
 * said where its key can be had and fits. Nothing is deleted, since the file may be old. Blocks;
 * thread-safe.
 */
@ApplicationScoped
public class CarImport {

    private static final Logger LOG = Logger.getLogger(CarImport.class);
    private static final byte[] NO_BYTES = {};

    private final RepoSpool spool;
    private final AccountKeys keys;
    private final CommitRows rows;
    private final Clock clock;

    CarImport(RepoSpool spool, AccountKeys keys, WantedCollections wanted, Clock clock) {
        this.spool = spool;
        this.keys = keys;
        this.rows = new CommitRows(wanted);
        this.clock = clock;
    }

    /**
     * Hands every wanted record to {@code intake}; a file that is no repository, or none that is
     * whole, is one rejected row. Throws {@link IOException} when the stream breaks off.
     */
    public void take(InputStream car, Intake intake) throws IOException {
        try (SpooledBlocks blocks = spool.read(car)) {
            RepoSnapshot repo = RepoSnapshot.unsigned(blocks, blocks.root());
            Import work = new Import(intake, repo.commit(), check(repo, blocks.root()));
            if (VersionGuard.isFromTheFuture(repo.commit().rev(), clock.instant())) {
                work.reject(RejectionReason.BAD_REV, "its rev is from the future");
            } else {
                repo.forEachRecord(rows::wants, work::record);
            }
        } catch (InvalidRepoException e) {
            RejectionReason reason =
                    e.fault() == Fault.TOO_LARGE
                            ? RejectionReason.TOO_LARGE
                            : RejectionReason.BAD_PROOF;
            intake.take(
                    1, rejected(reason, "", "no whole repository: " + e.getMessage()), NO_BYTES);
        }
    }

    private CidCheck check(RepoSnapshot repo, BinaryCid root) {
        Did did = repo.commit().did();
        try {
            keys.prove(did, key -> RepoSnapshot.open(repo.blocks(), root, did, key));
            return CidCheck.SIGNED;
        } catch (InvalidRepoException | InfrastructureException e) {
            LOG.infof("who signed the repository of %s is not known: %s", did, e.getMessage());
            return CidCheck.MATCHES;
        }
    }

    private static Row rejected(RejectionReason reason, String field, String message) {
        return new Row.Rejected(reason, field, message);
    }

    private final class Import {

        private final Intake intake;
        private final Commit commit;
        private final CidCheck check;
        private long record;

        Import(Intake intake, Commit commit, CidCheck check) {
            this.intake = intake;
            this.commit = commit;
            this.check = check;
        }

        void record(MstKey key, BinaryCid cid, Optional<byte[]> block) {
            byte[] bytes = block.orElse(NO_BYTES);
            Row row =
                    block.isPresent()
                            ? rows.record(
                                    commit.did(),
                                    commit.rev(),
                                    key,
                                    new CommitRows.Proven(cid, bytes),
                                    check)
                            : rejected(
                                    RejectionReason.BAD_PROOF,
                                    '/' + key.text(),
                                    "its block is not in the CAR, or not what its CID says");
            intake.take(++record, row, bytes);
        }

        void reject(RejectionReason reason, String message) {
            intake.take(1, rejected(reason, "/rev", message), NO_BYTES);
        }
    }
}
