package dev.pressline.normalize.lexicon;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

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

    /** Reports what in a value at a JSON pointer breaks a schema. */
    void check(Schema schema, JsonNode value, String pointer) {
        switch (schema) {
            case Schema.ObjectSchema object -> object(object, value, pointer);
            case Schema.ArraySchema array -> array(array, value, pointer);
            case Schema.RefSchema ref -> ref(ref, value, pointer);
            case Schema.UnionSchema union -> union(union, value, pointer);
            case Schema.UnknownSchema unknown -> unknown(value, pointer);
            case Schema.BlobSchema blob -> leaves.blob(blob, value, pointer);
            case Schema.StringSchema string -> leaves.string(string, value, pointer);
            case Schema.IntegerSchema integer -> leaves.integer(integer, value, pointer);
            case Schema.BooleanSchema bool -> leaves.bool(bool, value, pointer);
            case Schema.BytesSchema bytes -> leaves.bytes(bytes, value, pointer);
            case Schema.LinkSchema link -> leaves.link(value, pointer);
            case Schema.TokenSchema token -> leaves.token(value, pointer);
        }
    }

    private void object(Schema.ObjectSchema object, JsonNode value, String pointer) {
        if (!value.isObject()) {
            findings.add(pointer, "type", "is not an object");
            return;
        }
        object.required().stream()
                .filter(name -> !value.has(name))
                .forEach(name -> findings.add(child(pointer, name), "required", "is missing"));
        object.properties().forEach((name, schema) -> property(object, name, value, pointer));
    }

    private void property(
            Schema.ObjectSchema object, String name, JsonNode holder, String pointer) {
        JsonNode value = holder.path(name);
        boolean allowedNull = value.isNull() && object.nullable().contains(name);
        Optional<Schema> schema = Optional.ofNullable(object.properties().get(name));
        if (!value.isMissingNode() && !allowedNull && !findings.isFull()) {
            schema.ifPresent(s -> check(s, value, child(pointer, name)));
        }
    }

    private void array(Schema.ArraySchema array, JsonNode value, String pointer) {
        if (!value.isArray()) {
            findings.add(pointer, "type", "is not a list");
            return;
        }
        leaves.length(array.length(), value.size(), pointer);
        for (int i = 0; i < value.size() && !findings.isFull(); i++) {
            check(array.items(), value.get(i), pointer + '/' + i);
        }
    }

    private void ref(Schema.RefSchema ref, JsonNode value, String pointer) {
        lexicons.find(ref.ref())
                .filter(schema -> !(schema instanceof Schema.RefSchema))
                .ifPresent(schema -> check(schema, value, pointer));
    }

    private void union(Schema.UnionSchema union, JsonNode value, String pointer) {
        JsonNode type = value.path("$type");
        if (!value.isObject()) {
            findings.add(pointer, "type", "is not an object");
        } else if (!type.isTextual()) {
            findings.add(child(pointer, "$type"), "required", "is missing, a union needs it");
        } else if (union.closed() && !isMember(union, type.textValue())) {
            findings.add(pointer, "refs", "is none of the types of the closed union");
        } else {
            lexicons.find(type.textValue()).ifPresent(schema -> check(schema, value, pointer));
        }
    }

    private static boolean isMember(Schema.UnionSchema union, String type) {
        String main = "#main";
        boolean named = type.endsWith(main);
        return union.refs()
                .contains(named ? type.substring(0, type.length() - main.length()) : type);
    }

    /** Any object will do, but the data model's own special objects are no objects. */
    private void unknown(JsonNode value, String pointer) {
        boolean special = value.has("$bytes") || value.has("$link");
        boolean blob = value.path("$type").asText().equals("blob");
        if (!value.isObject() || special || blob) {
            findings.add(pointer, "type", "is not an object");
        }
    }

    private static String child(String pointer, String name) {
        return pointer + '/' + name.replace("~", "~0").replace("/", "~1");
    }
}
