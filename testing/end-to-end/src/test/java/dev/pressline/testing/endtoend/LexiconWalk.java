package dev.pressline.testing.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes values of a lexicon in which every field is there and every string is an attack. What it
 * does not know of the lexicon language it refuses. Not thread-safe.
 */
final class LexiconWalk {

    /** Beyond this depth arrays of blocks hold one block, and beyond the other nothing. */
    private static final int BREADTH = 5;

    private static final int DEPTH = 14;

    /** Bodies in blobs, in whose place the fields beside them would not be read. */
    private static final Set<String> ELSEWHERE =
            Set.of("blobPages", "blob", "textBlob", "blobs", "references");

    private static final Set<String> ADDRESSES = Set.of("url", "uri", "src", "href", "embedUrl");
    private static final String[] INTEGERS = {"1", "2", "0", "-1", "9007199254740991"};

    private final Map<String, JsonNode> lexicons;
    private final ObjectNode blob;
    private final Set<String> visited = new TreeSet<>();
    private int variant;
    private int block;

    /** A walk through these lexicons, by id, with the reference of a blob that is there. */
    LexiconWalk(Map<String, JsonNode> lexicons, ObjectNode blob) {
        this.lexicons = new TreeMap<>(lexicons);
        this.blob = blob;
    }

    /** The fields of strings that were attacked so far, as {@code nsid#definition/field}. */
    Set<String> visited() {
        return visited;
    }

    /** Every field that holds a string in lexicons whose id begins like this. */
    Set<String> fields(String prefix) {
        Set<String> fields = new TreeSet<>();
        lexicons.forEach(
                (id, lexicon) -> {
                    if (id.startsWith(prefix)) {
                        lexicon.path("defs")
                                .properties()
                                .forEach(
                                        def ->
                                                strings(
                                                        def.getValue(),
                                                        id + '#' + def.getKey(),
                                                        fields));
                    }
                });
        return fields;
    }

    private static void strings(JsonNode schema, String name, Set<String> fields) {
        schema.path("record")
                .path("properties")
                .properties()
                .forEach(each -> strings(each.getValue(), name + '/' + each.getKey(), fields));
        schema.path("properties")
                .properties()
                .forEach(each -> strings(each.getValue(), name + '/' + each.getKey(), fields));
        if (schema.has("items")) {
            strings(schema.path("items"), name, fields);
        }
        if (schema.path("type").asText().equals("string") && name.contains("/")) {
            fields.add(name);
        }
    }

    /** A value of the main definition of a lexicon, with its {@code $type}. */
    ObjectNode value(String nsid, int ofVariant) {
        variant = ofVariant;
        return typed(nsid, 0);
    }

    private ObjectNode typed(String reference, int depth) {
        ObjectNode value = JsonNodeFactory.instance.objectNode();
        value.put("$type", reference.replaceFirst("#main$", ""));
        if (make(definition(reference), name(reference), depth) instanceof ObjectNode fields) {
            fields.properties().stream()
                    .filter(field -> !field.getKey().equals("$type"))
                    .forEach(field -> value.set(field.getKey(), field.getValue()));
        }
        return value;
    }

    private JsonNode make(JsonNode schema, String name, int depth) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        String type = schema.path("type").asText();
        return switch (type) {
            case "object", "params" -> object(schema, name, depth);
            case "record" -> object(schema.path("record"), name, depth);
            case "ref" -> reference(absolute(schema.path("ref").asText(), name), depth);
            case "union" -> union(schema, name, depth);
            case "array" -> array(schema.path("items"), name, depth);
            case "string", "token" -> json.textNode(string(schema, name));
            case "integer" -> json.numberNode(Long.parseLong(INTEGERS[variant % INTEGERS.length]));
            case "boolean" -> json.booleanNode(variant % 2 == 0);
            case "blob" -> blob.deepCopy();
            case "bytes" -> json.objectNode().put("$bytes", "PHNjcmlwdD4");
            case "unknown" -> json.objectNode().put("x", Attacks.text(name, variant));
            default -> throw new IllegalStateException(name + " has an unknown type: " + type);
        };
    }

    private JsonNode reference(String reference, int depth) {
        if (reference.endsWith("#byteSlice")) {
            return JsonNodeFactory.instance.objectNode().put("byteStart", 0).put("byteEnd", 12);
        }
        return make(definition(reference), name(reference), depth + 1);
    }

    private ObjectNode object(JsonNode schema, String name, int depth) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        if (depth < DEPTH) {
            schema.path("properties")
                    .properties()
                    .forEach(
                            field -> {
                                String key = field.getKey();
                                if (!ELSEWHERE.contains(key)) {
                                    object.set(
                                            key, make(field.getValue(), name + '/' + key, depth));
                                }
                            });
        }
        return object;
    }

    private JsonNode union(JsonNode schema, String name, int depth) {
        List<String> members = members(schema, name);
        int chosen = isPage(name) ? block : variant;
        return members.isEmpty()
                ? JsonNodeFactory.instance.objectNode().put("x", Attacks.text(name, variant))
                : typed(members.get(chosen % members.size()), depth + 1);
    }

    private ArrayNode array(JsonNode items, String name, int depth) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        if (depth >= DEPTH) {
            return array;
        }
        boolean isWide = depth < BREADTH || name.endsWith("/features");
        if (items.path("type").asText().equals("union") && isWide) {
            members(items, name).forEach(member -> array.add(typed(member, depth + 1)));
            return array;
        }
        for (int i = 0; i < places(items, name); i++) {
            block = i;
            array.add(make(items, name, depth + 1));
        }
        return array;
    }

    /** How many items show everything: of a page's blocks one of each kind. */
    private int places(JsonNode items, String name) {
        String item = absolute(items.path("ref").asText(), name);
        String field = name(item) + "/block";
        return isPage(field)
                ? members(definition(item).path("properties").path("block"), field).size()
                : 1;
    }

    /** What stands after a break for members is not published, so it comes last. */
    private List<String> members(JsonNode union, String name) {
        List<String> members = new ArrayList<>();
        union.path("refs").forEach(each -> members.add(absolute(each.asText(), name)));
        if (members.isEmpty() || isPage(name)) {
            members.addAll(family(name));
        }
        return members.stream()
                .distinct()
                .sorted(Comparator.comparing(each -> each.contains("membersOnly")))
                .toList();
    }

    /** What holds blocks of every kind, also of those that its lexicon does not list. */
    private static boolean isPage(String name) {
        return name.startsWith("pub.leaflet.pages.") && name.endsWith("/block");
    }

    private List<String> family(String name) {
        String family = name.replaceFirst("\\.(content|pages\\..*|document)?#.*", "") + ".block";
        return lexicons.keySet().stream()
                .filter(id -> id.startsWith(family + '.') || id.startsWith(family + "s."))
                .toList();
    }

    private String string(JsonNode schema, String name) {
        visited.add(name);
        JsonNode known = schema.has("enum") ? schema.path("enum") : schema.path("knownValues");
        if (!known.isEmpty() && variant % 4 != 0) {
            return known.get(variant % known.size()).asText();
        }
        String key = name.substring(name.lastIndexOf('/') + 1);
        boolean isAddress = schema.path("format").asText().endsWith("uri") || isAddress(key);
        return isAddress != (variant % 5 == 4)
                ? Attacks.url(name, variant)
                : Attacks.text(name, variant);
    }

    static boolean isAddress(String key) {
        return ADDRESSES.contains(key);
    }

    private JsonNode definition(String reference) {
        String[] parts = name(reference).split("#", 2);
        JsonNode definition =
                lexicons.getOrDefault(parts[0], missing()).path("defs").path(parts[1]);
        return definition.isMissingNode() ? unknown() : definition;
    }

    /** What a lexicon refers to and is not among ours: anything. */
    private static JsonNode unknown() {
        return JsonNodeFactory.instance.objectNode().put("type", "unknown");
    }

    private static JsonNode missing() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static String absolute(String reference, String name) {
        return reference.startsWith("#") ? name.replaceFirst("#.*", "") + reference : reference;
    }

    private static String name(String reference) {
        return reference.contains("#") ? reference : reference + "#main";
    }
}
