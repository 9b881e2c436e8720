package dev.pressline.normalize.convert.source;

import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Did;
import java.util.Optional;

/**
 * What a converter knows of the document around a body. Immutable.
 *
 * @param uri the document
 * @param canonicalUrl the publisher's page, against which relative links are resolved; absolute
 *     http or https
 */
public record ConversionContext(AtUri uri, Optional<String> canonicalUrl) {

    /** The account whose repository holds the document and its blobs. */
    public Did did() {
        return uri.did();
    }
}
