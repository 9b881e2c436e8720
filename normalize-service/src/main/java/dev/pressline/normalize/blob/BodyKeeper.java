package dev.pressline.normalize.blob;

import dev.pressline.contract.document.Blob;
import dev.pressline.contract.document.BlobState;
import dev.pressline.contract.identifier.Cid;
import dev.pressline.contract.identifier.Did;
import dev.pressline.kit.store.NewFile;
import dev.pressline.kit.store.ObjectStore;
import dev.pressline.kit.store.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps bodies of documents that come in blobs, in the private bucket under {@code
 * bodies/<did>/<cid>}: what is in them was never made safe, and nobody else may read it. Nothing is
 * put before all of it is known to equal its CID; one larger than {@value #LARGEST} bytes is
 * refused. Thread-safe.
 */
public final class BodyKeeper implements BlobHome {

    /** The largest body kept, in bytes. */
    public static final int LARGEST = 4 * 1024 * 1024;

    private static final String ANY_TYPE = "application/octet-stream";

    private final ObjectStore store;
    private final String bucket;
    private final SpoolDirectory spools;

    /** Keeps bodies in {@code bucket}, by way of files in {@code spools}. */
    public BodyKeeper(ObjectStore store, String bucket, SpoolDirectory spools) {
        this.store = store;
        this.bucket = bucket;
        this.spools = spools;
    }

    /** The folder of an account's bodies in their bucket, with its trailing slash. */
    static String bodies(Did did) {
        return "bodies/" + did + '/';
    }

    private static String key(Did did, Cid cid) {
        return bodies(did) + cid;
    }

    @Override
    public Optional<Blob> stored(Did did, Blob claimed) {
        return store.stat(bucket, key(did, claimed.cid()))
                .map(object -> BlobKeeper.withState(claimed, BlobState.STORED));
    }

    @Override
    public Blob fetch(Did did, BlobServer server, Blob claimed) {
        try (Spool spool = spools.open()) {
            BlobState state =
                    switch (server.fetch(claimed.cid(), spool.sink())) {
                        case BlobServer.Answer.Found() ->
                                put(key(did, claimed.cid()), claimed.cid(), spool);
                        case BlobServer.Answer.Missing() -> BlobState.MISSING;
                        case BlobServer.Answer.Refused(String why) -> BlobState.REFUSED;
                        case BlobServer.Answer.Unavailable(String why) -> BlobState.PENDING;
                    };
            return BlobKeeper.withState(claimed, state);
        }
    }

    private BlobState put(String key, Cid cid, Spool spool) {
        if (spool.size() > LARGEST) {
            return BlobState.REFUSED;
        }
        String sha256 = HexFormat.of().formatHex(cid.digest());
        store.putIfAbsent(
                bucket, new NewFile(key, spool.finished(), ANY_TYPE, sha256, Map.of(), Map.of()));
        return BlobState.STORED;
    }

    /** The text of an account's body that is kept. */
    public String text(Did did, Cid cid) {
        byte[] bytes =
                store.get(bucket, key(did, cid))
                        .orElseThrow(() -> new IllegalStateException("body " + cid + " is gone"));
        if (!Arrays.equals(Sha256.digest().digest(bytes), cid.digest())) {
            throw new IllegalStateException("body " + cid + " is corrupt in our own store");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
