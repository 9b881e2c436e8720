package dev.pressline.contract.data;

import com.fasterxml.jackson.databind.JsonNode;

/** The rules of the data model for objects that say what they are by {@code $type}. Stateless. */
final class TypedObject {

    private static final String TYPE = "$type";

    private TypedObject() {}

    /**
     * Checks that {@code $type}, where there is one, is a name, and that a {@code blob} has what a
     * blob needs; throws {@link InvalidDataException} naming the field.
     */
    static void check(JsonNode object) {
        JsonNode type = object.get(TYPE);
        if (type == null) {
            return;
        }
        if (!type.isTextual() || type.textValue().isEmpty()) {
            throw new InvalidDataException(TYPE + " is not a name");
        }
        if (type.textValue().equals("blob")) {
            checkBlob(object);
        }
    }

    private static void checkBlob(JsonNode blob) {
        require(blob.path("ref").path("$link").isTextual(), "ref is not a link");
        require(blob.path("mimeType").isTextual(), "mimeType is not a string");
        require(blob.path("size").isIntegralNumber(), "size is not an integer");
    }

    private static void require(boolean holds, String problem) {
        if (!holds) {
            throw new InvalidDataException("blob: " + problem);
        }
    }
}
