package dev.pressline.ingest.stream;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pressline.contract.serde.ContractJson;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * The JSON of one event of Jetstream or Tap. All of them carry a record in the field {@code record}
 * of an object of their own; it is skipped, not read, since most of an event is its record.
 * Immutable.
 *
 * @param envelope everything but the record; missing when the message is no object
 * @param record the record's bytes, exactly as they were written; empty when there is no such
 *     object
 */
@SuppressWarnings("ArrayRecordComponent")
record EventJson(JsonNode envelope, Optional<byte[]> record) {

    /** Reads a message; throws what Jackson throws when it is not JSON in UTF-8. */
    static EventJson read(byte[] json) throws IOException {
        try (JsonParser parser = ContractJson.mapper().createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return new EventJson(ContractJson.mapper().missingNode(), Optional.empty());
            }
            Reading reading = new Reading(json, parser);
            ObjectNode envelope = reading.object(true);
            if (parser.nextToken() != null) {
                throw new IOException("something follows the object");
            }
            return new EventJson(envelope, reading.record);
        }
    }

    private static final class Reading {

        private static final ObjectReader VALUES =
                ContractJson.mapper()
                        .readerFor(JsonNode.class)
                        .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

        private final byte[] json;
        private final JsonParser parser;
        private Optional<byte[]> record = Optional.empty();

        Reading(byte[] json, JsonParser parser) {
            this.json = json;
            this.parser = parser;
        }

        /** The object that has begun: the message itself, or one of its fields. */
        ObjectNode object(boolean isMessage) throws IOException {
            ObjectNode object = ContractJson.mapper().createObjectNode();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                boolean isObject = parser.nextToken() == JsonToken.START_OBJECT;
                if (isObject && isMessage) {
                    object.set(name, object(false));
                } else if (isObject && name.equals("record")) {
                    record = Optional.of(skipped());
                } else {
                    object.set(name, VALUES.<JsonNode>readValue(parser));
                }
            }
            return object;
        }

        private byte[] skipped() throws IOException {
            int start = (int) parser.currentTokenLocation().getByteOffset();
            parser.skipChildren();
            if (start < 0) {
                throw new IOException("JSON text is in UTF-8");
            }
            return Arrays.copyOfRange(json, start, (int) parser.currentLocation().getByteOffset());
        }
    }
}
