package dev.pressline.normalize.convert.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads fields of JSON whose shape nobody promised: what has another type than asked for is absent.
 * Stateless.
 */
public final class Fields {

    private static final String UNKNOWN = "unknown";

    private Fields() {}

    /** The first of these fields that is a string with more than blanks, as written. */
    public static Optional<String> text(JsonNode object, String... names) {
        for (String name : names) {
            JsonNode value = object.path(name);
            if (value.isTextual() && !value.textValue().isBlank()) {
                return Optional.of(value.textValue());
            }
        }
        return Optional.empty();
    }

    /** The first of these fields that is a list or an object; a lone object is a list of one. */
    public static List<JsonNode> list(JsonNode object, String... names) {
        for (String name : names) {
            JsonNode value = object.path(name);
            if (value.isContainerNode()) {
                return items(value);
            }
        }
        return List.of();
    }

    /** The items of a list; a lone object is a list of one, anything else an empty one. */
    public static List<JsonNode> items(JsonNode value) {
        if (value.isArray()) {
            List<JsonNode> items = new ArrayList<>(value.size());
            value.forEach(items::add);
            return items;
        }
        return value.isObject() ? List.of(value) : List.of();
    }

    /** A field that is an integer, or a string of one. */
    public static Optional<Integer> integer(JsonNode object, String name) {
        JsonNode value = object.path(name);
        if (value.isIntegralNumber() && value.canConvertToInt()) {
            return Optional.of(value.intValue());
        }
        return value.isTextual() ? parse(value.textValue()) : Optional.empty();
    }

    private static Optional<Integer> parse(String digits) {
        boolean number = !digits.isEmpty() && digits.length() < 10 && isDigits(digits);
        return number ? Optional.of(Integer.parseInt(digits)) : Optional.empty();
    }

    private static boolean isDigits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** A field that is true or false. */
    public static Optional<Boolean> flag(JsonNode object, String name) {
        JsonNode value = object.path(name);
        return value.isBoolean() ? Optional.of(value.booleanValue()) : Optional.empty();
    }

    /** The {@code $type} of an object, {@code unknown} where it has none. */
    public static String type(JsonNode object) {
        return text(object, "$type").orElse(UNKNOWN);
    }

    /**
     * What an object says it is: its {@code $type}, else its {@code type} as editors write it,
     * {@code unknown} where it has neither.
     */
    public static String name(JsonNode object) {
        return text(object, "$type", "type").orElse(UNKNOWN);
    }

    /**
     * The last part of the {@link #name}: {@code header} of {@code pub.leaflet.blocks.header},
     * {@code bold} of {@code blog.pckt.richtext.facet#bold}.
     */
    public static String kind(JsonNode object) {
        String name = name(object);
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('#')) + 1);
    }
}
