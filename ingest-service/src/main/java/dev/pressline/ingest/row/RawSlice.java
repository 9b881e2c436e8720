package dev.pressline.ingest.row;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.pressline.contract.serde.ContractJson;
import java.io.IOException;
import java.util.Arrays;

/**
 * Cuts the value of a top-level field out of a JSON object's bytes, exactly as it was written.
 * Pure.
 */
final class RawSlice {

    private RawSlice() {}

    /** The bytes of the field, which must be an object; the JSON is known to be readable. */
    static byte[] of(byte[] json, String field) {
        try (JsonParser parser = ContractJson.mapper().createParser(json)) {
            parser.nextToken();
            byte[] found = {};
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = parser.currentName().equals(field);
                parser.nextToken();
                int start = (int) parser.currentTokenLocation().getByteOffset();
                parser.skipChildren();
                if (wanted) {
                    found =
                            Arrays.copyOfRange(
                                    json, start, (int) parser.currentLocation().getByteOffset());
                }
            }
            return found;
        } catch (IOException e) {
            throw new IllegalStateException("the JSON was readable a moment ago", e);
        }
    }
}
