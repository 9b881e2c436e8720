package dev.pressline.atproto.repo.cbor;

import static dev.pressline.atproto.repo.InvalidRepoException.malformed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;

/**
 * A record's DAG-CBOR as the JSON of the data model: a link becomes {@code {"$link": …}}, bytes
 * become {@code {"$bytes": …}}. Keys keep their canonical order, so equal records give equal bytes.
 * Stateless.
 *
 * @see <a href="https://atproto.com/specs/data-model#json-representation">AT Protocol: JSON
 *     representation</a>
 */
public final class RecordJson {

    /** The deepest nesting read, in levels; that of the writer in the contract. */
    public static final int MAX_DEPTH = 200;

    private static final String LINK = "$link";
    private static final String BYTES = "$bytes";
    private static final JsonFactory JSON = new JsonFactory();
    private static final Base64.Encoder UNPADDED = Base64.getEncoder().withoutPadding();

    private RecordJson() {}

    /**
     * The JSON of a block that holds one record. Throws {@link
     * dev.pressline.atproto.repo.InvalidRepoException} where it holds anything else.
     */
    public static byte[] of(byte[] block) {
        CborReader reader = new CborReader(block);
        byte[] json = of(reader);
        reader.end();
        return json;
    }

    /** The JSON of the record that comes next; throws as {@link #of(byte[])} does. */
    public static byte[] of(CborReader reader) {
        if (reader.peek() != CborReader.Kind.MAP) {
            throw malformed("a record is no map");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(4_096);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            write(reader, json, 0);
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes every byte", e);
        }
        return out.toByteArray();
    }

    private static void write(CborReader reader, JsonGenerator json, int depth) throws IOException {
        if (depth > MAX_DEPTH) {
            throw malformed("nesting is deeper than " + MAX_DEPTH);
        }
        switch (reader.peek()) {
            case INTEGER -> json.writeNumber(reader.integer());
            case BYTES -> bytes(reader, json);
            case TEXT -> json.writeString(reader.text());
            case ARRAY -> array(reader, json, depth);
            case MAP -> map(reader, json, depth);
            case LINK -> link(reader, json);
            case BOOLEAN -> json.writeBoolean(reader.bool());
            case NULL -> {
                reader.isNull();
                json.writeNull();
            }
        }
    }

    private static void array(CborReader reader, JsonGenerator json, int depth) throws IOException {
        json.writeStartArray();
        for (int left = reader.array(); left > 0; left--) {
            write(reader, json, depth + 1);
        }
        json.writeEndArray();
    }

    private static void map(CborReader reader, JsonGenerator json, int depth) throws IOException {
        json.writeStartObject();
        for (CborReader.MapReader map = reader.map(); map.next(); ) {
            if (map.key().equals(LINK) || map.key().equals(BYTES)) {
                throw malformed(
                        "a map has the key " + map.key() + ", which JSON cannot tell apart");
            }
            json.writeFieldName(map.key());
            write(reader, json, depth + 1);
        }
        json.writeEndObject();
    }

    private static void link(CborReader reader, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField(LINK, reader.link().toCid().value());
        json.writeEndObject();
    }

    private static void bytes(CborReader reader, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField(BYTES, UNPADDED.encodeToString(reader.byteString()));
        json.writeEndObject();
    }
}
