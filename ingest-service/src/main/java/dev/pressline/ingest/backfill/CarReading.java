package dev.pressline.ingest.backfill;

import dev.pressline.atproto.pds.PdsClient;
import dev.pressline.atproto.repo.InvalidRepoException;
import dev.pressline.atproto.repo.InvalidRepoException.Fault;
import dev.pressline.atproto.repo.RepoSnapshot;
import dev.pressline.atproto.repo.car.SpooledBlocks;
import dev.pressline.contract.event.VersionGuard;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.ingest.backfill.BackfillState.Phase;
import dev.pressline.ingest.backfill.RepoHost.Given;
import dev.pressline.ingest.stream.AccountKeys;
import dev.pressline.kit.failure.InfrastructureException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;

/**
 * Reads the wanted records of a repository from the CAR of all of it: the commit is signed by the
 * account, the tree is whole, and each record is the one that the tree names. Nothing is published
 * before all that is proven, and a known record is deleted only where the signed tree does not hold
 * it. Blocks; thread-safe.
 */
@ApplicationScoped
class CarReading {

    private final RepoHost host;
    private final PdsClient pds;
    private final AccountKeys keys;
    private final RepoSpool spool;
    private final SignedRecords records;
    private final Clock clock;

    CarReading(
            RepoHost host,
            PdsClient pds,
            AccountKeys keys,
            RepoSpool spool,
            SignedRecords records,
            Clock clock) {
        this.host = host;
        this.pds = pds;
        this.keys = keys;
        this.spool = spool;
        this.records = records;
        this.clock = clock;
    }

    /**
     * Reads all; says why not where the PDS gives no CAR, or none that holds together. Throws
     * {@link RefusedException} where the repository is not active, or its CAR is another's word
     * than the account's.
     */
    Optional<String> read(Reading reading, Did did) {
        reading.progress().anew(Phase.READING, "the whole repository");
        try {
            return switch (download(reading, did)) {
                case Given.NotGiven<SpooledBlocks>(String why) -> Optional.of(why);
                case Given.Found<SpooledBlocks>(SpooledBlocks blocks) -> {
                    publish(reading, did, blocks);
                    yield Optional.empty();
                }
            };
        } catch (InvalidRepoException e) {
            return unbelievable(e);
        } catch (UncheckedIOException e) {
            throw new InfrastructureException("the temporary file cannot be read", e);
        }
    }

    private Given<SpooledBlocks> download(Reading reading, Did did) {
        Progress progress = reading.progress();
        return host.answer(
                progress,
                did,
                url ->
                        pds.repository(
                                url,
                                did,
                                spool.maxBytes(),
                                car -> spool.read(new WatchedStream(car, progress::working))));
    }

    private void publish(Reading reading, Did did, SpooledBlocks blocks) {
        try (blocks) {
            RepoSnapshot repo =
                    reading.progress()
                            .ask(
                                    "proving " + did,
                                    () ->
                                            keys.prove(
                                                    did,
                                                    key ->
                                                            RepoSnapshot.open(
                                                                    blocks,
                                                                    blocks.root(),
                                                                    did,
                                                                    key)));
            requirePresent(repo.commit().rev());
            records.publish(reading, repo);
        }
    }

    /** A rev from the future would pin its records for ever. */
    private void requirePresent(Tid rev) {
        if (VersionGuard.isFromTheFuture(rev, clock.instant())) {
            throw new RefusedException("its rev " + rev + " is from the future");
        }
    }

    /** Another's word than the account's is refused; what is broken may be had another way. */
    private static Optional<String> unbelievable(InvalidRepoException e) {
        String why = "the CAR is not to be believed: " + e.getMessage();
        if (e.fault() == Fault.SIGNATURE || e.fault() == Fault.CONTRADICTION) {
            throw new RefusedException(why);
        }
        return Optional.of(why);
    }
}
