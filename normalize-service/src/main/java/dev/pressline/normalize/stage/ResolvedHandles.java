package dev.pressline.normalize.stage;

import dev.pressline.atproto.identity.DidDocument;
import dev.pressline.atproto.identity.DidResolver;
import dev.pressline.atproto.identity.HandleResolution;
import dev.pressline.atproto.identity.HandleResolver;
import dev.pressline.atproto.identity.Resolution;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Handle;
import dev.pressline.normalize.lookup.HandlePort;
import dev.pressline.normalize.lookup.HandleState;

/** Handles from DID documents, proven the other way round as well. Thread-safe. */
final class ResolvedHandles implements HandlePort {

    private final DidResolver dids;
    private final HandleResolver handles;

    ResolvedHandles(DidResolver dids, HandleResolver handles) {
        this.dids = dids;
        this.handles = handles;
    }

    @Override
    public HandleState look(Did did) {
        return switch (dids.resolve(did)) {
            case Resolution.Resolved(DidDocument document) ->
                    document.claimedHandle()
                            .map(handle -> proven(did, handle))
                            .orElse(new HandleState.NotProven());
            case Resolution.NotThere no -> new HandleState.NotProven();
            case Resolution.Unavailable down -> new HandleState.Unknown();
        };
    }

    private HandleState proven(Did did, Handle handle) {
        return switch (handles.resolve(handle)) {
            case HandleResolution.Proven(Did found) ->
                    found.equals(did)
                            ? new HandleState.Proven(handle)
                            : new HandleState.NotProven();
            case HandleResolution.NotProven no -> new HandleState.NotProven();
            case HandleResolution.Unavailable down -> new HandleState.Unknown();
        };
    }

    @Override
    public void forget(Did did) {
        dids.forget(did);
    }
}
