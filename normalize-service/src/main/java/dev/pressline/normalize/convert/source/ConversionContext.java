package dev.pressline.normalize.convert.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Did;
import java.util.Map;
import java.util.Optional;

/**
 * What a converter knows of the document around a body. Immutable.
 *
 * @param uri the document
 * @param canonicalUrl the publisher's page, against which relative links are resolved; absolute
 *     http or https
 * @param parts the records of the same repository that hold parts of the document, as received, as
 *     far as they are known
 */
public record ConversionContext(
        AtUri uri, Optional<String> canonicalUrl, Map<AtUri, JsonNode> parts) {

    /** A document without parts in other records. */
    public ConversionContext(AtUri uri, Optional<String> canonicalUrl) {
        this(uri, canonicalUrl, Map.of());
    }

    /** The account whose repository holds the document and its blobs. */
    public Did did() {
        return uri.did();
    }

    /** The part that a field names by its AT-URI, if it is known. */
    public Optional<JsonNode> part(JsonNode reference) {
        return Posts.record(reference.asText()).map(parts::get).map(SafeJson::of);
    }
}
