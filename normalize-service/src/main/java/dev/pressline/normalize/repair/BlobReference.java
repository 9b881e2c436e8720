package dev.pressline.normalize.repair;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pressline.contract.document.Certainty;
import dev.pressline.contract.identifier.Cid;
import dev.pressline.contract.identifier.InvalidIdentifierException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An image that refers to its blob in an older or stranger form: {@code {"/": cid}}, a bare CID,
 * the legacy {@code {cid, mimeType}}. It gets the form of the data model; type and size stay
 * claims.
 */
final class BlobReference implements RepairRule {

    private static final RuleName NAME = RuleName.first("blob-reference");
    private static final List<String> FIELDS = List.of("/coverImage", "/icon");
    private static final List<JsonPointer> PLACES =
            Stream.of("/ref/$link", "/ref/~1", "/ref", "/cid", "/$link", "/~1", "")
                    .map(JsonPointer::compile)
                    .toList();

    @Override
    public RuleName name() {
        return NAME;
    }

    @Override
    public void repair(Draft draft) {
        for (String field : FIELDS) {
            JsonNode given = draft.get(field);
            if (!given.isMissingNode() && !given.at("/ref/$link").isTextual()) {
                cid(given)
                        .ifPresent(
                                cid ->
                                        draft.change(
                                                NAME,
                                                Certainty.CERTAIN,
                                                field,
                                                reference(cid, given)));
            }
        }
    }

    private static Optional<String> cid(JsonNode given) {
        return PLACES.stream()
                .map(given::at)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .filter(BlobReference::isCid)
                .findFirst();
    }

    private static boolean isCid(String text) {
        try {
            return Cid.parse(text).value().length() == text.length();
        } catch (InvalidIdentifierException e) {
            return false;
        }
    }

    private static ObjectNode reference(String cid, JsonNode given) {
        ObjectNode blob = JsonNodeFactory.instance.objectNode().put("$type", "blob");
        blob.putObject("ref").put("$link", cid);
        if (given.path("mimeType").isTextual()) {
            blob.set("mimeType", given.get("mimeType"));
        }
        if (given.path("size").isIntegralNumber()) {
            blob.set("size", given.get("size"));
        }
        return blob;
    }
}
