package dev.pressline.contract.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.pressline.contract.identifier.Cid;
import java.util.List;
import java.util.Optional;

/**
 * A blob a document refers to, and what became of it. Immutable.
 *
 * @param cid the content
 * @param mimeType the sniffed media type once stored, the claimed one before
 * @param size bytes: counted once stored, claimed before; negative when unknown
 * @param width pixels, from the file's own header
 * @param height pixels, from the file's own header
 * @param alt the text alternative, if any
 * @param state what became of it
 * @param variants narrower copies that can be read, narrow ones first; none while they are being
 *     made
 */
public record Blob(
        Cid cid,
        String mimeType,
        long size,
        Optional<Integer> width,
        Optional<Integer> height,
        Optional<String> alt,
        BlobState state,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Variant> variants) {

    /** One whose variants an older version did not write has none. */
    public Blob {
        variants = variants == null ? List.of() : List.copyOf(variants);
    }

    /** A blob without variants. */
    public Blob(
            Cid cid,
            String mimeType,
            long size,
            Optional<Integer> width,
            Optional<Integer> height,
            Optional<String> alt,
            BlobState state) {
        this(cid, mimeType, size, width, height, alt, state, List.of());
    }

    /** The same with these variants. */
    public Blob with(List<Variant> made) {
        return new Blob(cid, mimeType, size, width, height, alt, state, made);
    }
}
