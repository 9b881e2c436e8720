package dev.pressline.normalize.core;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pressline.contract.serde.ContractJson;
import java.io.IOException;

/** Reads the JSON of records that strangers wrote, within limits. Stateless and thread-safe. */
public final class RecordReader {

    private static final ObjectMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(ContractJson.MAX_DEPTH)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private RecordReader() {}

    /** What came of reading. */
    public sealed interface Reading {

        /** The value, whatever its type. */
        record Readable(JsonNode value) implements Reading {}

        /** No value. */
        record Unreadable(RejectionReason reason, String message) implements Reading {}
    }

    /** Reads one JSON value. */
    public static Reading read(byte[] json) {
        try {
            JsonNode value = MAPPER.readTree(json);
            return value.isMissingNode()
                    ? new Reading.Unreadable(RejectionReason.NOT_JSON, "the value is empty")
                    : new Reading.Readable(value);
        } catch (StreamConstraintsException e) {
            return new Reading.Unreadable(
                    RejectionReason.BEYOND_LIMITS, "deeper or longer than the reader goes");
        } catch (IOException e) {
            return new Reading.Unreadable(RejectionReason.NOT_JSON, "not one JSON value");
        }
    }
}
