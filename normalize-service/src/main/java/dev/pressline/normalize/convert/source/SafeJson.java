package dev.pressline.normalize.convert.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON whose strings no output chokes on. Stateless. */
public final class SafeJson {

    private SafeJson() {}

    /**
     * The value with each string made safe by {@link SafeText}, whose byte lengths stay; the value
     * itself where all of them are.
     */
    public static JsonNode of(JsonNode value) {
        return isSafe(value) ? value : rewritten(value);
    }

    private static boolean isSafe(JsonNode value) {
        if (value.isTextual()) {
            return SafeText.isSafe(value.textValue());
        }
        for (JsonNode child : value) {
            if (!isSafe(child)) {
                return false;
            }
        }
        return true;
    }

    private static JsonNode rewritten(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> JsonNodeFactory.instance.textNode(SafeText.of(value.textValue()));
            case ARRAY -> array(value);
            case OBJECT -> object(value);
            case NUMBER, BOOLEAN, NULL, MISSING, BINARY, POJO -> value;
        };
    }

    private static ArrayNode array(JsonNode value) {
        ArrayNode safe = JsonNodeFactory.instance.arrayNode(value.size());
        value.forEach(item -> safe.add(rewritten(item)));
        return safe;
    }

    private static ObjectNode object(JsonNode value) {
        ObjectNode safe = JsonNodeFactory.instance.objectNode();
        value.properties().forEach(field -> safe.set(field.getKey(), rewritten(field.getValue())));
        return safe;
    }
}
