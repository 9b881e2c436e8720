package dev.pressline.normalize.blob;

import dev.pressline.contract.document.Blob;
import dev.pressline.contract.document.BlobState;
import dev.pressline.contract.identifier.Cid;
import dev.pressline.contract.identifier.Did;
import dev.pressline.kit.store.NewObject;
import dev.pressline.kit.store.ObjectStore;
import dev.pressline.kit.store.Sha256;
import dev.pressline.kit.store.StoredObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps blobs in the store under {@code blobs/<cid>}: fetched once, sniffed, with their size in
 * pixels noted beside them. A type that could carry script is refused. Blocks while it fetches.
 * Thread-safe.
 */
public final class BlobKeeper {

    private static final Set<String> KEPT_TYPES =
            Set.of("image/png", "image/jpeg", "image/gif", "image/webp", "image/avif");

    private final BlobPort port;
    private final ObjectStore store;
    private final String bucket;

    /** Keeps what {@code port} gives in {@code bucket}. */
    public BlobKeeper(BlobPort port, ObjectStore store, String bucket) {
        this.port = port;
        this.store = store;
        this.bucket = bucket;
    }

    /** The object key of a blob. */
    public static String key(Cid cid) {
        return "blobs/" + cid;
    }

    /**
     * The blob as the store has it, fetched first if need be; infrastructure failures of the store
     * are thrown.
     */
    public Blob keep(Did did, Blob claimed) {
        Optional<StoredObject> stored = store.stat(bucket, key(claimed.cid()));
        return stored.isPresent() ? fromStore(claimed, stored.get()) : fetch(did, claimed);
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

    private Blob fetch(Did did, Blob claimed) {
        return switch (port.fetch(did, claimed.cid())) {
            case BlobPort.Answer.Found(byte[] bytes) -> store(claimed, bytes);
            case BlobPort.Answer.Missing() -> withState(claimed, BlobState.MISSING);
            case BlobPort.Answer.Refused(String why) -> withState(claimed, BlobState.REFUSED);
            case BlobPort.Answer.Unavailable(String why) -> withState(claimed, BlobState.PENDING);
        };
    }

    private Blob store(Blob claimed, byte[] bytes) {
        ImageHeader header = ImageHeader.of(bytes);
        if (!KEPT_TYPES.contains(header.mimeType())) {
            return withState(claimed, BlobState.REFUSED);
        }
        store.putIfAbsent(bucket, object(claimed.cid(), bytes, header));
        return new Blob(
                claimed.cid(),
                header.mimeType(),
                bytes.length,
                header.dimensions().map(ImageHeader.Dimensions::width),
                header.dimensions().map(ImageHeader.Dimensions::height),
                claimed.alt(),
                BlobState.STORED);
    }

    private static NewObject object(Cid cid, byte[] bytes, ImageHeader header) {
        Map<String, String> metadata = new HashMap<>();
        header.dimensions()
                .ifPresent(
                        pixels -> {
                            metadata.put("width", Integer.toString(pixels.width()));
                            metadata.put("height", Integer.toString(pixels.height()));
                        });
        return new NewObject(
                key(cid), bytes, header.mimeType(), Sha256.hex(bytes), Map.of(), metadata);
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
