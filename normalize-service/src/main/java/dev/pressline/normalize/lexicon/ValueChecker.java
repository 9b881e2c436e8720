package dev.pressline.normalize.lexicon;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Checks values against schemas, top down. One for each record. */
final class ValueChecker {

    private final Lexicons lexicons;
    private final Findings findings;
    private final LeafChecker leaves;

    ValueChecker(Lexicons lexicons, Findings findings) {
        this.lexicons = lexicons;
        this.findings = findings;
        this.leaves = new LeafChecker(findings);
    }

    /** Reports what in a value at a place breaks a schema. */
    void check(Schema schema, JsonNode value, Place place) {
        switch (schema) {
            case Schema.ObjectSchema object -> object(object, value, place);
            case Schema.ArraySchema array -> array(array, value, place);
            case Schema.RefSchema ref -> ref(ref, value, place);
            case Schema.UnionSchema union -> union(union, value, place);
            case Schema.UnknownSchema unknown -> unknown(value, place);
            case Schema.BlobSchema blob -> leaves.blob(blob, value, place);
            case Schema.StringSchema string -> leaves.string(string, value, place);
            case Schema.IntegerSchema integer -> leaves.integer(integer, value, place);
            case Schema.BooleanSchema bool -> leaves.bool(bool, value, place);
            case Schema.BytesSchema bytes -> leaves.bytes(bytes, value, place);
            case Schema.LinkSchema link -> leaves.link(value, place);
            case Schema.TokenSchema token -> leaves.token(value, place);
        }
    }

    private void object(Schema.ObjectSchema object, JsonNode value, Place place) {
        if (!value.isObject()) {
            findings.add(place, "type", "is not an object");
            return;
        }
        for (String name : object.required()) {
            if (!value.has(name)) {
                findings.add(new Place.Field(place, name), "required", "is missing");
            }
        }
        for (Map.Entry<String, Schema> property : object.properties().entrySet()) {
            property(object, property, value, place);
        }
    }

    private void property(
            Schema.ObjectSchema object,
            Map.Entry<String, Schema> property,
            JsonNode holder,
            Place place) {
        String name = property.getKey();
        JsonNode value = holder.path(name);
        boolean allowedNull = value.isNull() && object.nullable().contains(name);
        if (!value.isMissingNode() && !allowedNull && !findings.isFull()) {
            check(property.getValue(), value, new Place.Field(place, name));
        }
    }

    private void array(Schema.ArraySchema array, JsonNode value, Place place) {
        if (!value.isArray()) {
            findings.add(place, "type", "is not a list");
            return;
        }
        leaves.length(array.length(), value.size(), place);
        for (int i = 0; i < value.size() && !findings.isFull(); i++) {
            check(array.items(), value.get(i), new Place.Element(place, i));
        }
    }

    private void ref(Schema.RefSchema ref, JsonNode value, Place place) {
        lexicons.find(ref.ref())
                .filter(schema -> !(schema instanceof Schema.RefSchema))
                .ifPresent(schema -> check(schema, value, place));
    }

    private void union(Schema.UnionSchema union, JsonNode value, Place place) {
        JsonNode type = value.path("$type");
        if (!value.isObject()) {
            findings.add(place, "type", "is not an object");
        } else if (!type.isTextual()) {
            findings.add(
                    new Place.Field(place, "$type"), "required", "is missing, a union needs it");
        } else if (union.closed() && !isMember(union, type.textValue())) {
            findings.add(place, "refs", "is none of the types of the closed union");
        } else {
            lexicons.find(type.textValue()).ifPresent(schema -> check(schema, value, place));
        }
    }

    private static boolean isMember(Schema.UnionSchema union, String type) {
        String main = "#main";
        boolean named = type.endsWith(main);
        return union.refs()
                .contains(named ? type.substring(0, type.length() - main.length()) : type);
    }

    /** Any object will do, but the data model's own special objects are no objects. */
    private void unknown(JsonNode value, Place place) {
        boolean special = value.has("$bytes") || value.has("$link");
        boolean blob = value.path("$type").asText().equals("blob");
        if (!value.isObject() || special || blob) {
            findings.add(place, "type", "is not an object");
        }
    }
}
