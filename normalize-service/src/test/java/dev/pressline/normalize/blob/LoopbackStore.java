package dev.pressline.normalize.blob;

import dev.pressline.kit.store.AccountStandings;
import dev.pressline.kit.store.Buckets;
import dev.pressline.kit.store.LoopbackS3;
import dev.pressline.normalize.image.ImageLimits;
import java.io.IOException;
import java.nio.file.Path;

/** A store on loopback with what normalize keeps in it. */
public final class LoopbackStore extends LoopbackS3 {

    /** The public bucket. */
    public static final String BUCKET = "site";

    /** The private bucket. */
    public static final String PRIVATE = "values";

    /** Starts one on a free port. */
    public LoopbackStore() throws IOException {}

    /** A keeper of blobs in its buckets, by way of this directory. */
    public BlobKeeper keeper(Path spools) {
        SpoolDirectory directory = new SpoolDirectory(spools);
        return new BlobKeeper(
                client(),
                PRIVATE,
                directory,
                new ServedBlobs(client(), BUCKET, directory, ImageLimits.DEFAULT));
    }

    /** What states of accounts do to its blobs. */
    public AccountBlobs accounts() {
        return new AccountBlobs(
                client(),
                new Buckets(BUCKET, PRIVATE, PRIVATE),
                new AccountStandings(client(), PRIVATE));
    }

    /** Narrower copies of pictures in its buckets, by way of this directory. */
    public Variants variants(Path spools) {
        return Variants.of(client(), BUCKET, PRIVATE, new SpoolDirectory(spools));
    }
}
