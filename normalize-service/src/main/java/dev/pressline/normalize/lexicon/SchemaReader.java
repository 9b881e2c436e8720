package dev.pressline.normalize.lexicon;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.normalize.lexicon.Schema.Range;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/** Reads the definitions of one lexicon. Types that records cannot hold give nothing. Stateless. */
record SchemaReader(String lexicon) {

    private static final String MAIN = "#main";

    /** The schema of a definition, or empty for a query, a procedure and the like. */
    Optional<Schema> read(JsonNode definition) {
        return switch (definition.path("type").asText()) {
            case "record" -> read(definition.path("record"));
            case "object" -> Optional.of(object(definition));
            case "array" -> Optional.of(array(definition));
            case "ref" ->
                    Optional.of(new Schema.RefSchema(absolute(definition.path("ref").asText())));
            case "union" -> Optional.of(union(definition));
            case "blob" ->
                    Optional.of(
                            new Schema.BlobSchema(
                                    texts(definition.path("accept")),
                                    number(definition, "maxSize")));
            default -> leaf(definition);
        };
    }

    private static Optional<Schema> leaf(JsonNode definition) {
        return switch (definition.path("type").asText()) {
            case "boolean" -> Optional.of(new Schema.BooleanSchema(constant(definition)));
            case "integer" ->
                    Optional.of(
                            new Schema.IntegerSchema(
                                    range(definition, "minimum", "maximum"),
                                    allowed(definition, JsonNode::asLong)));
            case "string" -> Optional.of(string(definition));
            case "bytes" ->
                    Optional.of(
                            new Schema.BytesSchema(range(definition, "minLength", "maxLength")));
            case "cid-link" -> Optional.of(new Schema.LinkSchema());
            case "unknown" -> Optional.of(new Schema.UnknownSchema());
            case "token" -> Optional.of(new Schema.TokenSchema());
            default -> Optional.empty();
        };
    }

    private static Schema string(JsonNode definition) {
        JsonNode format = definition.path("format");
        return new Schema.StringSchema(
                format.isTextual() ? Optional.of(format.textValue()) : Optional.empty(),
                range(definition, "minLength", "maxLength"),
                range(definition, "minGraphemes", "maxGraphemes"),
                allowed(definition, JsonNode::asText));
    }

    private Schema array(JsonNode definition) {
        return new Schema.ArraySchema(
                read(definition.path("items")).orElse(new Schema.UnknownSchema()),
                range(definition, "minLength", "maxLength"));
    }

    private Schema object(JsonNode definition) {
        Map<String, Schema> properties = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> property : definition.path("properties").properties()) {
            read(property.getValue())
                    .ifPresent(schema -> properties.put(property.getKey(), schema));
        }
        return new Schema.ObjectSchema(
                new LinkedHashSet<>(texts(definition.path("required"))),
                Set.copyOf(texts(definition.path("nullable"))),
                properties);
    }

    private Schema union(JsonNode definition) {
        Set<String> refs = new LinkedHashSet<>();
        texts(definition.path("refs")).forEach(ref -> refs.add(absolute(ref)));
        return new Schema.UnionSchema(refs, definition.path("closed").asBoolean());
    }

    /** A reference as the name of a definition; {@code #main} is the lexicon itself. */
    private String absolute(String ref) {
        String full = ref.startsWith("#") ? lexicon + ref : ref;
        return full.endsWith(MAIN) ? full.substring(0, full.length() - MAIN.length()) : full;
    }

    private static Range range(JsonNode definition, String least, String most) {
        return new Range(number(definition, least), number(definition, most));
    }

    private static OptionalLong number(JsonNode definition, String name) {
        JsonNode value = definition.path(name);
        return value.isIntegralNumber() ? OptionalLong.of(value.longValue()) : OptionalLong.empty();
    }

    private static Optional<Boolean> constant(JsonNode definition) {
        JsonNode value = definition.path("const");
        return value.isBoolean() ? Optional.of(value.booleanValue()) : Optional.empty();
    }

    private static <T> List<T> allowed(JsonNode definition, Function<JsonNode, T> reader) {
        List<T> allowed = new ArrayList<>();
        definition.path("enum").forEach(value -> allowed.add(reader.apply(value)));
        if (definition.has("const")) {
            allowed.add(reader.apply(definition.get("const")));
        }
        return allowed;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
