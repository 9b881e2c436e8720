package dev.pressline.ingest.backfill;

import dev.pressline.atproto.identity.DidDocument;
import dev.pressline.atproto.identity.DidResolver;
import dev.pressline.atproto.identity.HandleResolution;
import dev.pressline.atproto.identity.HandleResolver;
import dev.pressline.atproto.identity.Resolution;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Handle;
import dev.pressline.contract.identifier.InvalidIdentifierException;
import dev.pressline.ingest.backfill.Lanes.Lane;
import dev.pressline.kit.failure.InfrastructureException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import okhttp3.HttpUrl;

/** Finds the account and the PDS of what people name. Blocks; thread-safe. */
@ApplicationScoped
class RepoAddress {

    static final Duration ASK_AGAIN = Duration.ofSeconds(2);
    private static final String DID = "did:";
    private static final String PLC = "did:plc:";

    /** Where those wait of whom the PLC directory is asked. */
    static final Lane PLC_LANE = new Lane("identities of " + PLC, Integer.MAX_VALUE);

    private final DidResolver dids;
    private final HandleResolver handles;

    RepoAddress(DidResolver dids, HandleResolver handles) {
        this.dids = dids;
        this.handles = handles;
    }

    /** Checks that a text is a DID or a handle; throws {@link InvalidIdentifierException}. */
    static void check(String repo) {
        if (repo.startsWith(DID)) {
            Did.parse(repo);
        } else {
            Handle.parse(repo);
        }
    }

    /** Where a repository waits to be looked up: behind those of whom the same host is asked. */
    static Lane lane(String repo) {
        return repo.startsWith(PLC) ? PLC_LANE : new Lane("identity of " + repo, 1);
    }

    /**
     * The DID of a DID or handle. Throws {@link RefusedException} when a handle is not proven, and
     * {@link InfrastructureException} while nobody answers.
     */
    Did did(String repo) {
        return repo.startsWith(DID) ? Did.parse(repo) : did(Handle.parse(repo));
    }

    private Did did(Handle handle) {
        return switch (handles.resolve(handle)) {
            case HandleResolution.Proven(Did did) -> did;
            case HandleResolution.NotProven(String why) ->
                    throw new RefusedException("the handle is not proven: " + why);
            case HandleResolution.Unavailable(String why, Optional<Duration> after) ->
                    throw new InfrastructureException(why, after.orElse(ASK_AGAIN));
        };
    }

    /** Forgets where an account is, because it may have moved. */
    void forget(Did did) {
        dids.forget(did);
    }

    /** The PDS of an account, as its document says now; throws as {@link #did} does. */
    HttpUrl pds(Did did) {
        return switch (dids.resolve(did)) {
            case Resolution.Resolved(DidDocument document) ->
                    document.pds()
                            .orElseThrow(
                                    () -> new RefusedException("the DID document names no PDS"));
            case Resolution.NotThere(String why) ->
                    throw new RefusedException("no DID document: " + why);
            case Resolution.Unavailable(String why, Optional<Duration> after) ->
                    throw new InfrastructureException(why, after.orElse(ASK_AGAIN));
        };
    }
}
