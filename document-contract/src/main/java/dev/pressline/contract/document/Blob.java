package dev.pressline.contract.document;

import dev.pressline.contract.identifier.Cid;
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
 */
public record Blob(
        Cid cid,
        String mimeType,
        long size,
        Optional<Integer> width,
        Optional<Integer> height,
        Optional<String> alt,
        BlobState state) {}
