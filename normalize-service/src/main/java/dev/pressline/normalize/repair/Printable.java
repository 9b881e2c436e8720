package dev.pressline.normalize.repair;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.pressline.normalize.text.XmlText;

/** Values as provenance may show them: characters that no feed can carry are spelled out. */
final class Printable {

    private Printable() {}

    /** A string, safe to print. */
    static String text(String text) {
        return XmlText.spelledOut(text);
    }

    /** A copy of a value whose every string and name is safe to print. */
    static JsonNode of(JsonNode value) {
        if (value.isTextual()) {
            return TextNode.valueOf(text(value.textValue()));
        }
        if (value.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            value.forEach(element -> copy.add(of(element)));
            return copy;
        }
        if (value.isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            value.properties().forEach(e -> copy.set(text(e.getKey()), of(e.getValue())));
            return copy;
        }
        return value;
    }
}
