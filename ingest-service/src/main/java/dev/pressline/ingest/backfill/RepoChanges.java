package dev.pressline.ingest.backfill;

import dev.pressline.atproto.pds.PdsClient;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Tid;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Tells whether a repository has changed since all of it was read. Blocks; thread-safe. */
@ApplicationScoped
class RepoChanges {

    private final RepoHost host;
    private final PdsClient pds;
    private final KnownRecords known;

    RepoChanges(RepoHost host, PdsClient pds, KnownRecords known) {
        this.host = host;
        this.pds = pds;
        this.known = known;
    }

    /**
     * Whether the PDS has the rev that was last read; false where none is known. Throws {@link
     * RefusedException} where the repository is not active.
     */
    boolean isUnchanged(Progress progress, Did did) {
        Optional<Tid> read =
                progress.ask(
                        "looking up what was read", () -> known.lastRead(did, progress::working));
        return read.isPresent()
                && host.ask(progress, did, url -> pds.latestRev(url, did)).equals(read.get());
    }
}
