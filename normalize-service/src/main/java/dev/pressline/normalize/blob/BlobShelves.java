package dev.pressline.normalize.blob;

import dev.pressline.contract.document.Blob;
import dev.pressline.contract.document.BlobState;
import dev.pressline.contract.identifier.Cid;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.InvalidIdentifierException;
import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.kit.store.Buckets;
import dev.pressline.kit.store.NewObject;
import dev.pressline.kit.store.ObjectStore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * All that is kept of blobs, for whoever takes stock: originals, what is served of them, and marks
 * of those to which nothing refers. Failures of the store are thrown. Thread-safe.
 */
public final class BlobShelves {

    private static final String ORIGINALS = "originals/";
    private static final String MARKS = "unreferenced/";

    private final ObjectStore store;
    private final Buckets buckets;
    private final BlobKeeper keeper;
    private final Variants variants;

    /** What lies in these buckets. */
    public BlobShelves(ObjectStore store, Buckets buckets, BlobKeeper keeper, Variants variants) {
        this.store = store;
        this.buckets = buckets;
        this.keeper = keeper;
        this.variants = variants;
    }

    /** The name of a blob: its account and its CID. */
    public static String name(Did did, Cid cid) {
        return did.value() + '/' + cid;
    }

    /** Visits every original; keys that are no blob's are passed over. */
    public void originals(BiConsumer<Did, Cid> visitor) {
        store.list(
                buckets.values(),
                ORIGINALS,
                key -> {
                    String name = key.substring(ORIGINALS.length());
                    int slash = name.indexOf('/');
                    try {
                        visitor.accept(
                                Did.parse(name.substring(0, Math.max(slash, 0))),
                                Cid.parse(name.substring(slash + 1)));
                    } catch (InvalidIdentifierException e) {
                        return;
                    }
                });
    }

    /** When each mark was set, by the name of its blob. */
    public Map<String, Instant> marks() {
        Map<String, Instant> marks = new HashMap<>();
        store.list(
                buckets.notes(),
                MARKS,
                key ->
                        store.get(buckets.notes(), key)
                                .map(
                                        bytes ->
                                                Instant.parse(
                                                        new String(bytes, StandardCharsets.UTF_8)))
                                .ifPresent(
                                        since -> marks.put(key.substring(MARKS.length()), since)));
        return marks;
    }

    /** Marks a blob, unless it is marked, as unreferenced since then. */
    public void mark(Did did, Cid cid, Instant since) {
        byte[] text = since.toString().getBytes(StandardCharsets.UTF_8);
        store.putIfAbsent(
                buckets.notes(), NewObject.of(MARKS + name(did, cid), text, "text/plain"));
    }

    /**
     * Takes away what is served of a blob; the note of its copies first, so that nobody names them.
     */
    public void withdraw(Did did, Cid cid) {
        store.remove(buckets.notes(), Variants.notes(did) + cid);
        store.list(
                buckets.site(),
                ObjectKeys.blob(did, cid),
                key -> store.remove(buckets.site(), key));
    }

    /** Takes away all of a blob. */
    public void remove(Did did, Cid cid) {
        withdraw(did, cid);
        store.remove(buckets.values(), BlobKeeper.originalKey(did, cid));
        store.remove(buckets.notes(), MARKS + name(did, cid));
    }

    /** Takes away the mark of a blob and serves it again, with its narrower copies. */
    public void restore(Did did, Cid cid) {
        Blob wanted =
                new Blob(
                        cid,
                        "",
                        -1,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        BlobState.PENDING);
        keeper.stored(did, wanted).ifPresent(blob -> variants.find(did, blob));
        store.remove(buckets.notes(), MARKS + name(did, cid));
    }
}
