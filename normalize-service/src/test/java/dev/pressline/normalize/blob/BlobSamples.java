package dev.pressline.normalize.blob;

import dev.pressline.contract.document.Blob;
import dev.pressline.contract.document.BlobState;
import dev.pressline.contract.document.Publication;
import dev.pressline.contract.document.VerificationLevel;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Cid;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.kit.store.Sha256;
import dev.pressline.normalize.image.ImageHeaderTest;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;

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

    /** A picture whose left half is red and whose right half is blue. */
    public static byte[] picture(String format, int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(width / 2, 0, width - width / 2, height);
        graphics.dispose();
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(image, format, bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A JPEG of that kind. */
    public static byte[] jpeg(int width, int height) {
        return picture("jpeg", width, height, BufferedImage.TYPE_INT_RGB);
    }

    /** A publication whose icon is a blob. */
    public static Publication publicationWith(Did did, Blob icon) {
        return new Publication(
                AtUri.parse("at://" + did + "/site.standard.publication/self"),
                Optional.empty(),
                Tid.of(1_760_000_000_000_000L, 0),
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.of(icon),
                Optional.empty(),
                Optional.empty(),
                true,
                List.of(),
                VerificationLevel.UNVERIFIED,
                List.of(),
                List.of(),
                Map.of());
    }
}
