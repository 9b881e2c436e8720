package dev.pressline.normalize.convert.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.serde.ContractJson;
import java.util.Optional;

/**
 * What a converter knows of the document around a body. Immutable.
 *
 * @param uri the document
 * @param canonicalUrl the publisher's page, against which relative links are resolved; absolute
 *     http or https
 * @param elsewhere what is known of the pieces that stand in other records and in blobs
 */
public record ConversionContext(AtUri uri, Optional<String> canonicalUrl, Elsewhere elsewhere) {

    /** A document that is all in its own record. */
    public ConversionContext(AtUri uri, Optional<String> canonicalUrl) {
        this(uri, canonicalUrl, Elsewhere.NOTHING);
    }

    /** The account whose repository holds the document and its blobs. */
    public Did did() {
        return uri.did();
    }

    /** The part that a field names by its AT-URI, if it is known. */
    public Optional<JsonNode> part(JsonNode reference) {
        return Posts.record(reference.asText())
                .map(uri -> elsewhere.parts().get(uri))
                .map(SafeJson::of);
    }

    /** The text of the blob that a field refers to, if it is known. */
    public Optional<String> text(JsonNode reference) {
        return BlobRefs.of(reference).map(ref -> elsewhere.texts().get(ref.cid()));
    }

    /** The JSON in the blob that a field refers to, if it is known and is JSON. */
    public Optional<JsonNode> json(JsonNode reference) {
        return text(reference).flatMap(ConversionContext::parse).map(SafeJson::of);
    }

    private static Optional<JsonNode> parse(String json) {
        try {
            return Optional.of(ContractJson.mapper().readTree(json));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
