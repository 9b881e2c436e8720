package dev.pressline.render.page;

import dev.pressline.contract.document.Blob;
import dev.pressline.contract.document.Document;
import dev.pressline.render.html.ImageWriter;
import java.util.Optional;

/** Which cover of a document may be shown. Stateless and thread-safe. */
public final class Covers {

    private Covers() {}

    /** The cover, if it is stored, of a type that is shown, and of a text without a warning. */
    public static Optional<Blob> of(Document document) {
        return document.coverImage()
                .filter(ImageWriter::isShown)
                .filter(blob -> Sensitivity.of(document.labels()).isEmpty());
    }
}
