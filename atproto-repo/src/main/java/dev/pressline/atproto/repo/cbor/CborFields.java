package dev.pressline.atproto.repo.cbor;

import static dev.pressline.atproto.repo.InvalidRepoException.malformed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of one map, read whole, for messages of which we know some fields and pass over the
 * rest. Getters throw {@link dev.pressline.atproto.repo.InvalidRepoException} naming the field.
 * Immutable once read.
 */
public final class CborFields {

    private static final int MAX_DEPTH = 32;

    private final Map<String, Object> values;

    private CborFields(Map<String, Object> values) {
        this.values = values;
    }

    /** Reads the map that comes next. */
    public static CborFields read(CborReader reader) {
        return map(reader, 0);
    }

    private static CborFields map(CborReader reader, int depth) {
        Map<String, Object> values = new HashMap<>();
        for (CborReader.MapReader map = reader.map(); map.next(); ) {
            if (!reader.isNull()) {
                values.put(map.key(), value(reader, depth));
            }
        }
        return new CborFields(values);
    }

    private static Object value(CborReader reader, int depth) {
        if (depth > MAX_DEPTH) {
            throw malformed("nesting is deeper than " + MAX_DEPTH);
        }
        return switch (reader.peek()) {
            case INTEGER -> reader.integer();
            case BYTES -> reader.byteString();
            case TEXT -> reader.text();
            case BOOLEAN -> reader.bool();
            case LINK -> reader.link();
            case MAP -> map(reader, depth + 1);
            case ARRAY -> list(reader, depth + 1);
            case NULL -> !reader.isNull();
        };
    }

    private static List<Object> list(CborReader reader, int depth) {
        List<Object> list = new ArrayList<>();
        for (int left = reader.array(); left > 0; left--) {
            list.add(value(reader, depth));
        }
        return list;
    }

    /** An integer. */
    public long integer(String field) {
        return required(field, Long.class);
    }

    /** Text. */
    public String text(String field) {
        return required(field, String.class);
    }

    /** Bytes. */
    public byte[] byteString(String field) {
        return required(field, byte[].class);
    }

    /** A link. */
    public BinaryCid link(String field) {
        return required(field, BinaryCid.class);
    }

    /** True or false. */
    public boolean bool(String field) {
        return required(field, Boolean.class);
    }

    /** Maps in an array. */
    public List<CborFields> maps(String field) {
        return ((List<?>) required(field, List.class))
                .stream().map(each -> typed(field, each, CborFields.class)).toList();
    }

    /** A link, absent or null for none. */
    public Optional<BinaryCid> optionalLink(String field) {
        return optional(field, BinaryCid.class);
    }

    /** Text, absent or null for none. */
    public Optional<String> optionalText(String field) {
        return optional(field, String.class);
    }

    private <T> T required(String field, Class<T> type) {
        return optional(field, type).orElseThrow(() -> malformed("there is no field " + field));
    }

    private <T> Optional<T> optional(String field, Class<T> type) {
        return Optional.ofNullable(values.get(field)).map(value -> typed(field, value, type));
    }

    private static <T> T typed(String field, Object value, Class<T> type) {
        if (!type.isInstance(value)) {
            throw malformed("field " + field + " is no " + type.getSimpleName());
        }
        return type.cast(value);
    }
}
