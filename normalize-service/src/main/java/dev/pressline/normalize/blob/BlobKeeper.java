package dev.pressline.normalize.blob;

import dev.pressline.contract.document.Blob;
import dev.pressline.contract.document.BlobState;
import dev.pressline.contract.identifier.Cid;
import dev.pressline.contract.identifier.Did;
import dev.pressline.kit.store.NewFile;
import dev.pressline.kit.store.ObjectStore;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps blobs in the store. The original, equal to its CID, lies in the private bucket under {@code
 * originals/<did>/<cid>}; what readers get is made of it and lies in the public one ({@link
 * ServedBlobs}). Nothing is put before all of it is known to equal its CID. Blocks while it
 * fetches; failures of the store are thrown. Thread-safe.
 */
public final class BlobKeeper implements BlobHome {

    private final ObjectStore store;
    private final String originals;
    private final SpoolDirectory spools;
    private final ServedBlobs served;

    /** Keeps originals in the bucket {@code originals}, by way of files in {@code spools}. */
    public BlobKeeper(
            ObjectStore store, String originals, SpoolDirectory spools, ServedBlobs served) {
        this.store = store;
        this.originals = originals;
        this.spools = spools;
        this.served = served;
    }

    /** The folder of an account's originals in their private bucket, with its trailing slash. */
    static String originals(Did did) {
        return "originals/" + did + '/';
    }

    /** The object key of an original in its private bucket. */
    public static String originalKey(Did did, Cid cid) {
        return originals(did) + cid;
    }

    /**
     * The account's blob as the store has it, or empty when it has not. What was made by an older
     * version of ours is made anew.
     */
    @Override
    public Optional<Blob> stored(Did did, Blob claimed) {
        Optional<Blob> found = served.find(did, claimed);
        return found.isPresent() ? found : fromOriginal(did, claimed);
    }

    private Optional<Blob> fromOriginal(Did did, Blob claimed) {
        String key = originalKey(did, claimed.cid());
        if (store.stat(originals, key).isEmpty()) {
            return Optional.empty();
        }
        try (Spool spool = spools.open()) {
            return store.read(originals, key, spool.sink())
                    ? Optional.of(served.put(did, claimed, spool))
                    : Optional.empty();
        }
    }

    @Override
    public Blob fetch(Did did, BlobServer server, Blob claimed) {
        try (Spool spool = spools.open()) {
            return switch (server.fetch(claimed.cid(), spool.sink())) {
                case BlobServer.Answer.Found() -> keep(did, claimed, spool);
                case BlobServer.Answer.Missing() -> withState(claimed, BlobState.MISSING);
                case BlobServer.Answer.Refused(String why) -> withState(claimed, BlobState.REFUSED);
                case BlobServer.Answer.Unavailable(String why) ->
                        withState(claimed, BlobState.PENDING);
            };
        }
    }

    private Blob keep(Did did, Blob claimed, Spool spool) {
        store.putIfAbsent(
                originals,
                new NewFile(
                        originalKey(did, claimed.cid()),
                        spool.finished(),
                        "application/octet-stream",
                        HexFormat.of().formatHex(claimed.cid().digest()),
                        Map.of(),
                        Map.of()));
        return served.put(did, claimed, spool);
    }

    static Blob withState(Blob blob, BlobState state) {
        return new Blob(
                blob.cid(),
                blob.mimeType(),
                blob.size(),
                blob.width(),
                blob.height(),
                blob.alt(),
                state);
    }
}
