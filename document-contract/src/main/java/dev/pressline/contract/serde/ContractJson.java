package dev.pressline.contract.serde;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.pressline.contract.document.Normalized;
import java.io.IOException;

/**
 * The JSON of the contract: the same value always gives the same bytes, unknown fields are ignored
 * or kept, nesting and sizes are bounded. Stateless and thread-safe.
 */
public final class ContractJson {

    /** The deepest nesting read, in levels. */
    public static final int MAX_DEPTH = 200;

    private static final ObjectMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(MAX_DEPTH)
                                                    .build())
                                    .build())
                    .addModules(new Jdk8Module(), new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    private ContractJson() {}

    /** The configured mapper; callers must not reconfigure it. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /** The bytes of a normalized value. */
    public static byte[] write(Normalized value) {
        return write(Normalized.class, value);
    }

    /** The bytes of a value of a topic, whose type is {@code type}. */
    public static <T> byte[] write(Class<T> type, T value) {
        try {
            return MAPPER.writerFor(type).writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a value of ours cannot be written", e);
        }
    }

    /** Reads a normalized value; throws {@link UnreadableValueException} saying what is wrong. */
    public static Normalized read(byte[] json) {
        return read(Normalized.class, json);
    }

    /** Reads a value of a topic; throws {@link UnreadableValueException} saying what is wrong. */
    public static <T> T read(Class<T> type, byte[] json) {
        try {
            T value = MAPPER.readValue(json, type);
            if (value != null) {
                return value;
            }
        } catch (IOException e) {
            throw new UnreadableValueException(
                    "not a " + type.getSimpleName() + ": " + e.getMessage());
        }
        throw new UnreadableValueException("not a " + type.getSimpleName() + ": null");
    }
}
