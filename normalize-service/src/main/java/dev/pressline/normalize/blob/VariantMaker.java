package dev.pressline.normalize.blob;

import dev.pressline.contract.document.Blob;
import dev.pressline.contract.document.Variant;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.kit.store.NewObject;
import dev.pressline.kit.store.ObjectStore;
import dev.pressline.kit.store.Sha256;
import dev.pressline.normalize.image.ImageHeader.Dimensions;
import dev.pressline.normalize.image.ImageLimits;
import dev.pressline.normalize.image.Serving;
import dev.pressline.normalize.image.VariantPlan;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Makes the narrower copies of one picture and puts them beside it. Thread-safe. */
final class VariantMaker {

    private static final Logger LOG = Logger.getLogger(VariantMaker.class);

    private final ObjectStore store;
    private final String bucket;
    private final SpoolDirectory spools;

    VariantMaker(ObjectStore store, String bucket, SpoolDirectory spools) {
        this.store = store;
        this.bucket = bucket;
        this.spools = spools;
    }

    /**
     * Makes the copies that a picture of this size gets, narrow ones first; none when the picture
     * cannot be decoded, and empty when it is no longer there. Failures of the store are thrown.
     */
    Optional<List<Variant>> make(Did did, Blob blob, Dimensions size) {
        try (Spool spool = spools.open()) {
            if (!store.read(bucket, ObjectKeys.blob(did, blob.cid()), spool.sink())) {
                return Optional.empty();
            }
            return Optional.of(put(did, blob, copies(spool, blob, size)));
        }
    }

    /** A copy that is not put yet. */
    private record Copy(int width, int height, VariantImages.Encoded encoded) {}

    /** The copies; whatever a decoder does with bytes of strangers ends here. */
    private static List<Copy> copies(Spool spool, Blob blob, Dimensions size) {
        try {
            BufferedImage image =
                    VariantImages.decode(
                            spool.finished().toFile(),
                            blob.mimeType(),
                            VariantPlan.every(size),
                            orientation(spool));
            List<Copy> copies = new ArrayList<>();
            for (int width : VariantPlan.widths(blob.mimeType(), size).reversed()) {
                int height = height(width, size);
                image = VariantImages.scaled(image, width, height);
                copies.addFirst(new Copy(width, height, VariantImages.encode(image)));
            }
            return copies;
        } catch (IOException | RuntimeException e) {
            LOG.infof("no narrower copies: %s %s: %s", blob.mimeType(), blob.cid(), e.toString());
            return List.of();
        }
    }

    private static int height(int width, Dimensions size) {
        return Math.max(1, Math.round((float) width * size.height() / size.width()));
    }

    private static int orientation(Spool spool) throws IOException {
        return switch (spool.read(bytes -> Serving.of(bytes, ImageLimits.DEFAULT))) {
            case Serving.AsPicture picture -> picture.orientation();
            case Serving.AsDownload download -> throw new IOException("it is no picture");
            case Serving.Never never -> throw new IOException(never.why());
        };
    }

    private List<Variant> put(Did did, Blob blob, List<Copy> copies) {
        List<Variant> variants = new ArrayList<>();
        for (Copy copy : copies) {
            byte[] bytes = copy.encoded().bytes();
            String type = copy.encoded().mimeType();
            String key = ObjectKeys.variant(did, blob.cid(), copy.width());
            store.put(
                    bucket, new NewObject(key, bytes, type, Sha256.hex(bytes), Map.of(), Map.of()));
            variants.add(new Variant(copy.width(), copy.height(), type, bytes.length));
        }
        return variants;
    }
}
