package dev.pressline.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** The golden samples of the contract. */
public final class Samples {

    /** A field that no version of the contract knows. */
    public static final String UNKNOWN = "x-unknown";

    private Samples() {}

    /** The sample of this name. */
    public static JsonNode of(String name) {
        return Vectors.json("/samples/" + name + ".json");
    }

    /** A copy of a value in which every object, however deep, has an unknown field. */
    public static ObjectNode withUnknownFields(JsonNode value) {
        ObjectNode copy = value.deepCopy();
        for (JsonNode object : objects(copy)) {
            ((ObjectNode) object).putObject(UNKNOWN).put("anything", 1);
        }
        return copy;
    }

    private static List<JsonNode> objects(JsonNode value) {
        return StreamSupport.stream(value.spliterator(), false)
                .flatMap(child -> objects(child).stream())
                .collect(
                        () ->
                                new java.util.ArrayList<>(
                                        value.isObject() ? List.of(value) : List.of()),
                        List::add,
                        List::addAll);
    }
}
