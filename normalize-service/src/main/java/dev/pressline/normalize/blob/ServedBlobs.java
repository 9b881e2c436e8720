package dev.pressline.normalize.blob;

import dev.pressline.contract.document.Blob;
import dev.pressline.contract.document.BlobState;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.kit.store.NewFile;
import dev.pressline.kit.store.ObjectStore;
import dev.pressline.kit.store.StoredObject;
import dev.pressline.normalize.image.ImageHeader;
import dev.pressline.normalize.image.ImageHeader.Dimensions;
import dev.pressline.normalize.image.ImageLimits;
import dev.pressline.normalize.image.Serving;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * What readers get of blobs, in the public bucket under {@code blobs/<did>/<cid>}: pictures without
 * metadata, their size in pixels noted beside them; everything else as a file to be saved. What is
 * not safe to serve is not there. Blocks; failures of the store are thrown. Thread-safe.
 */
public final class ServedBlobs {

    private static final Logger LOG = Logger.getLogger(ServedBlobs.class);

    /** Goes up when what is served of the same original changes, so that it is made anew. */
    private static final String MADE_BY = "1";

    private static final String SAVED = "attachment";

    private final ObjectStore store;
    private final String bucket;
    private final SpoolDirectory spools;
    private final ImageLimits limits;

    /** Serves in {@code bucket} what is within the limits, by way of files in {@code spools}. */
    public ServedBlobs(
            ObjectStore store, String bucket, SpoolDirectory spools, ImageLimits limits) {
        this.store = store;
        this.bucket = bucket;
        this.spools = spools;
        this.limits = limits;
    }

    /** What the bucket has of an account's blob, or empty when it has nothing of this version. */
    Optional<Blob> find(Did did, Blob claimed) {
        return store.stat(bucket, ObjectKeys.blob(did, claimed.cid()))
                .filter(object -> MADE_BY.equals(object.metadata().get("made-by")))
                .map(object -> blob(claimed, object));
    }

    private static Blob blob(Blob claimed, StoredObject object) {
        return stored(
                claimed,
                object.metadata().getOrDefault("type", object.contentType()),
                object.size(),
                pixels(object));
    }

    private static Optional<Dimensions> pixels(StoredObject object) {
        return Optional.ofNullable(object.metadata().get("pixels")).map(Dimensions::parse);
    }

    private static Blob stored(Blob claimed, String type, long size, Optional<Dimensions> pixels) {
        return new Blob(
                claimed.cid(),
                type,
                size,
                pixels.map(Dimensions::width),
                pixels.map(Dimensions::height),
                claimed.alt(),
                BlobState.STORED);
    }

    /** Serves what may be served of an original that equals its CID. */
    Blob put(Did did, Blob claimed, Spool original) {
        Claim claim = new Claim(did, claimed);
        return switch (original.read(bytes -> Serving.of(bytes, limits))) {
            case Serving.AsPicture picture -> picture(claim, original, picture);
            case Serving.AsDownload download -> download(claim, original, download);
            case Serving.Never(String type, String why) -> {
                LOG.infof("not served: %s %s of %s: %s", type, claimed.cid(), did, why);
                yield BlobKeeper.withState(claimed, BlobState.REFUSED);
            }
        };
    }

    /** A blob of an account as a record claims it. */
    private record Claim(Did did, Blob blob) {

        String sha256() {
            return HexFormat.of().formatHex(blob.cid().digest());
        }
    }

    private Blob picture(Claim claim, Spool original, Serving.AsPicture picture) {
        if (picture.whole()) {
            return put(claim, original, claim.sha256(), picture);
        }
        try (Spool clean = spools.open()) {
            String sha256 = original.copyTo(clean, picture.pieces());
            return put(claim, clean, sha256, picture);
        }
    }

    private Blob put(Claim claim, Spool copy, String sha256, Serving.AsPicture picture) {
        String type = picture.type().mimeType();
        Map<String, String> notes = notes(type);
        notes.put("pixels", picture.size().toString());
        put(new NewFile(key(claim), copy.finished(), type, sha256, Map.of(), notes));
        return stored(claim.blob(), type, copy.size(), Optional.of(picture.size()));
    }

    private Blob download(Claim claim, Spool original, Serving.AsDownload download) {
        put(
                new NewFile(
                        key(claim),
                        original.finished(),
                        ImageHeader.UNKNOWN_TYPE,
                        claim.sha256(),
                        Map.of("Content-Disposition", SAVED),
                        notes(download.mimeType())));
        return stored(claim.blob(), download.mimeType(), original.size(), Optional.empty());
    }

    private static String key(Claim claim) {
        return ObjectKeys.blob(claim.did(), claim.blob().cid());
    }

    private static Map<String, String> notes(String type) {
        Map<String, String> notes = new HashMap<>();
        notes.put("type", type);
        notes.put("made-by", MADE_BY);
        return notes;
    }

    /** Puts a file; whoever finds the same key taken has the same bytes, or an older version. */
    private void put(NewFile file) {
        boolean taken = !store.putIfAbsent(bucket, file);
        boolean outdated =
                taken
                        && store.stat(bucket, file.key())
                                .filter(o -> MADE_BY.equals(o.metadata().get("made-by")))
                                .isEmpty();
        if (outdated) {
            store.put(bucket, file);
        }
    }
}
