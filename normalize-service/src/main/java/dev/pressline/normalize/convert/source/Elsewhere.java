package dev.pressline.normalize.convert.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Cid;
import java.util.Map;

/**
 * What is known of those pieces of a document that its own record does not hold. Immutable.
 *
 * @param parts records of the same repository, as received
 * @param texts blobs of the same repository that hold a body, as text
 */
public record Elsewhere(Map<AtUri, JsonNode> parts, Map<Cid, String> texts) {

    /** Nothing is known of any. */
    public static final Elsewhere NOTHING = new Elsewhere(Map.of(), Map.of());
}
