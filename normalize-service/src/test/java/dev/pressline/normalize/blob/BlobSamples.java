package dev.pressline.normalize.blob;

import dev.pressline.contract.document.Blob;
import dev.pressline.contract.document.BlobState;
import dev.pressline.contract.identifier.Cid;
import dev.pressline.kit.store.Sha256;
import dev.pressline.normalize.image.ImageHeaderTest;
import java.util.Optional;

/** Blobs as records claim them. */
public final class BlobSamples {

    private BlobSamples() {}

    /** A real picture. */
    public static byte[] picture() {
        return ImageHeaderTest.picture("small.png");
    }

    /** The CID of bytes. */
    public static Cid cid(byte[] bytes) {
        return Cid.of(Cid.Codec.RAW, Sha256.digest().digest(bytes));
    }

    /** A blob that a record claims to have. */
    public static Blob claimed(byte[] bytes) {
        return new Blob(
                cid(bytes),
                "image/claimed",
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.of("alt"),
                BlobState.PENDING);
    }
}
