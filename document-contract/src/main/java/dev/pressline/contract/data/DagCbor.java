package dev.pressline.contract.data;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.identifier.Cid;
import dev.pressline.contract.identifier.InvalidIdentifierException;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Writes a record's JSON as canonical DAG-CBOR: shortest lengths, keys sorted shorter first and
 * then bytewise, links as tag 42, no floats. Stateless.
 *
 * @see <a href="https://atproto.com/specs/data-model">AT Protocol: data model</a>
 */
public final class DagCbor {

    /** The deepest nesting written, in levels. */
    public static final int MAX_DEPTH = 200;

    /** Room for most records, so that it need not grow. */
    private static final int USUAL_BYTES = 16 * 1_024;

    private static final int UNSIGNED = 0;
    private static final int NEGATIVE = 1 << 5;
    private static final int BYTE_STRING = 2 << 5;
    private static final int TEXT = 3 << 5;
    private static final int ARRAY = 4 << 5;
    private static final int MAP = 5 << 5;
    private static final int TAG = 6 << 5;
    private static final int LINK_TAG = 42;
    private static final int FALSE = 0xf4;
    private static final int TRUE = 0xf5;
    private static final int NULL = 0xf6;

    private static final Comparator<byte[]> KEY_ORDER =
            Comparator.<byte[]>comparingInt(key -> key.length)
                    .thenComparing(Arrays::compareUnsigned);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(USUAL_BYTES);

    private DagCbor() {}

    /**
     * The canonical bytes of a JSON value; throws {@link InvalidDataException} for what the data
     * model does not have.
     */
    public static byte[] encode(JsonNode value) {
        DagCbor writer = new DagCbor();
        writer.write(value, 0);
        return writer.out.toByteArray();
    }

    private void write(JsonNode value, int depth) {
        if (depth > MAX_DEPTH) {
            throw new InvalidDataException("nesting is deeper than " + MAX_DEPTH);
        }
        switch (value.getNodeType()) {
            case OBJECT -> object(value, depth);
            case ARRAY -> array(value, depth);
            case STRING -> text(value.textValue());
            case NUMBER -> integer(value.isInt() ? value.intValue() : exactLong(finite(value)));
            case BOOLEAN -> out.write(value.booleanValue() ? TRUE : FALSE);
            case NULL -> out.write(NULL);
            case BINARY, MISSING, POJO ->
                    throw new InvalidDataException("the data model has no " + value.getNodeType());
        }
    }

    private static BigDecimal finite(JsonNode number) {
        if (number.isDouble() && !Double.isFinite(number.doubleValue())) {
            throw new InvalidDataException("the data model has no numbers beyond 64 bits");
        }
        return number.decimalValue();
    }

    private void object(JsonNode object, int depth) {
        TypedObject.check(object);
        if (object.has("$link")) {
            link(object);
        } else if (object.has("$bytes")) {
            bytes(object);
        } else {
            map(object, depth);
        }
    }

    private void link(JsonNode object) {
        byte[] bytes = cid(onlyText(object, "$link")).bytes();
        head(TAG, LINK_TAG);
        head(BYTE_STRING, bytes.length + 1L);
        out.write(0);
        out.writeBytes(bytes);
    }

    private static Cid cid(String text) {
        try {
            return Cid.parse(text);
        } catch (InvalidIdentifierException e) {
            throw new InvalidDataException("$link: " + e.getMessage());
        }
    }

    private void bytes(JsonNode object) {
        byte[] bytes = base64(onlyText(object, "$bytes"));
        head(BYTE_STRING, bytes.length);
        out.writeBytes(bytes);
    }

    private static byte[] base64(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidDataException("$bytes is not base64");
        }
    }

    private static String onlyText(JsonNode object, String key) {
        JsonNode value = object.get(key);
        if (object.size() != 1 || value == null || !value.isTextual()) {
            throw new InvalidDataException(key + " must be a string and stand alone");
        }
        return value.textValue();
    }

    private void map(JsonNode object, int depth) {
        List<Map.Entry<byte[], JsonNode>> entries = new ArrayList<>(object.size());
        object.properties()
                .forEach(
                        e ->
                                entries.add(
                                        Map.entry(
                                                e.getKey().getBytes(StandardCharsets.UTF_8),
                                                e.getValue())));
        entries.sort(Map.Entry.comparingByKey(KEY_ORDER));
        head(MAP, entries.size());
        for (Map.Entry<byte[], JsonNode> entry : entries) {
            head(TEXT, entry.getKey().length);
            out.writeBytes(entry.getKey());
            write(entry.getValue(), depth + 1);
        }
    }

    private void array(JsonNode array, int depth) {
        head(ARRAY, array.size());
        array.forEach(item -> write(item, depth + 1));
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        head(TEXT, bytes.length);
        out.writeBytes(bytes);
    }

    private void integer(long value) {
        if (value >= 0) {
            head(UNSIGNED, value);
        } else {
            head(NEGATIVE, -1 - value);
        }
    }

    private static long exactLong(BigDecimal number) {
        if (Math.abs((long) number.scale()) > 100) {
            throw new InvalidDataException("a number is outside the range of 64 bits");
        }
        try {
            return number.longValueExact();
        } catch (ArithmeticException e) {
            throw new InvalidDataException("a number is not an integer of 64 bits");
        }
    }

    private void head(int majorType, long argument) {
        if (argument < 24) {
            out.write(majorType | (int) argument);
        } else if (argument < 1L << 8) {
            out.write(majorType | 24);
            bigEndian(argument, 1);
        } else if (argument < 1L << 16) {
            out.write(majorType | 25);
            bigEndian(argument, 2);
        } else if (argument < 1L << 32) {
            out.write(majorType | 26);
            bigEndian(argument, 4);
        } else {
            out.write(majorType | 27);
            bigEndian(argument, 8);
        }
    }

    private void bigEndian(long value, int bytes) {
        for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8) {
            out.write((int) (value >>> shift));
        }
    }
}
