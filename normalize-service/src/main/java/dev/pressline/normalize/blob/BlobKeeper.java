package dev.pressline.normalize.blob;

import dev.pressline.contract.document.Blob;
import dev.pressline.contract.document.BlobState;
import dev.pressline.contract.identifier.Cid;
import dev.pressline.kit.store.NewFile;
import dev.pressline.kit.store.ObjectStore;
import dev.pressline.kit.store.StoredObject;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps blobs in the store under {@code blobs/<cid>}: fetched through a temporary file, sniffed,
 * with their size in pixels noted beside them. Nothing is put before all of it is known to equal
 * its CID, and a type that could carry script is refused. Blocks while it fetches; failures of the
 * store are thrown. Thread-safe.
 */
public final class BlobKeeper {

    /** Bytes in which the header of an image must lie; behind it its pixels stay uncounted. */
    static final int HEAD = 1024 * 1024;

    private static final Set<String> KEPT_TYPES =
            Set.of("image/png", "image/jpeg", "image/gif", "image/webp", "image/avif");

    private final ObjectStore store;
    private final String bucket;
    private final SpoolDirectory spools;

    /** Keeps blobs in {@code bucket}, by way of files in {@code spools}. */
    public BlobKeeper(ObjectStore store, String bucket, SpoolDirectory spools) {
        this.store = store;
        this.bucket = bucket;
        this.spools = spools;
    }

    /** The object key of a blob. */
    public static String key(Cid cid) {
        return "blobs/" + cid;
    }

    /** The blob as the store has it, or empty when it has not. */
    public Optional<Blob> stored(Blob claimed) {
        return store.stat(bucket, key(claimed.cid())).map(object -> fromStore(claimed, object));
    }

    private static Blob fromStore(Blob claimed, StoredObject object) {
        return new Blob(
                claimed.cid(),
                object.contentType(),
                object.size(),
                pixels(object, "width"),
                pixels(object, "height"),
                claimed.alt(),
                BlobState.STORED);
    }

    private static Optional<Integer> pixels(StoredObject object, String name) {
        return Optional.ofNullable(object.metadata().get(name)).map(Integer::valueOf);
    }

    /** Fetches a blob from its server and keeps it, or says why not. */
    public Blob fetch(BlobServer server, Blob claimed) {
        try (Spool spool = spools.open()) {
            return switch (server.fetch(claimed.cid(), spool.sink())) {
                case BlobServer.Answer.Found() -> put(claimed, spool);
                case BlobServer.Answer.Missing() -> withState(claimed, BlobState.MISSING);
                case BlobServer.Answer.Refused(String why) -> withState(claimed, BlobState.REFUSED);
                case BlobServer.Answer.Unavailable(String why) ->
                        withState(claimed, BlobState.PENDING);
            };
        }
    }

    private Blob put(Blob claimed, Spool spool) {
        ImageHeader header = ImageHeader.of(spool.head(HEAD));
        if (!KEPT_TYPES.contains(header.mimeType())) {
            return withState(claimed, BlobState.REFUSED);
        }
        store.putIfAbsent(bucket, file(claimed.cid(), spool, header));
        return new Blob(
                claimed.cid(),
                header.mimeType(),
                spool.size(),
                header.dimensions().map(ImageHeader.Dimensions::width),
                header.dimensions().map(ImageHeader.Dimensions::height),
                claimed.alt(),
                BlobState.STORED);
    }

    private static NewFile file(Cid cid, Spool spool, ImageHeader header) {
        Map<String, String> metadata = new HashMap<>();
        header.dimensions()
                .ifPresent(
                        pixels -> {
                            metadata.put("width", Integer.toString(pixels.width()));
                            metadata.put("height", Integer.toString(pixels.height()));
                        });
        String sha256 = HexFormat.of().formatHex(cid.digest());
        return new NewFile(key(cid), spool.finished(), header.mimeType(), sha256, metadata);
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
