package dev.pressline.contract.document;

import java.util.Optional;

/**
 * An image of a document: a blob of the repository, or a URL elsewhere that is linked and never
 * loaded. Immutable.
 *
 * @param blob the blob, if it is one
 * @param url where it lives otherwise, absolute http or https
 * @param alt the text alternative, empty when the author gave none
 */
public record Picture(Optional<Blob> blob, Optional<String> url, String alt) {}
