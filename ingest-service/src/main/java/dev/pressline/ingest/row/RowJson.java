package dev.pressline.ingest.row;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.serde.ContractJson;
import java.io.IOException;

/** Reads the bytes of a row as a JSON object, within the limits of a record. Stateless. */
final class RowJson {

    /** The largest row in bytes: the JSON of the largest record the protocol allows. */
    static final int MAX_BYTES = 2 * 1024 * 1024;

    private static final int MAX_MESSAGE = 200;
    private static final int PREFIX = 4;

    private RowJson() {}

    /** The object; throws {@link RowException} saying why there is none. */
    static JsonNode read(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw new RowException(
                    RejectionReason.TOO_LARGE, "", "larger than " + MAX_BYTES + " bytes");
        }
        if (!startsAsUtf8(bytes)) {
            throw new RowException(RejectionReason.NOT_JSON, "", "JSON text is in UTF-8");
        }
        JsonNode json = tree(bytes);
        if (json.isMissingNode()) {
            throw new RowException(RejectionReason.NOT_JSON, "", "there is nothing in it");
        }
        if (!json.isObject()) {
            throw new RowException(RejectionReason.NOT_AN_OBJECT, "", "a row is a JSON object");
        }
        return json;
    }

    /** Other encodings would be guessed from zero bytes or a mark, and offsets would not hold. */
    private static boolean startsAsUtf8(byte[] bytes) {
        for (int i = 0; i < Math.min(PREFIX, bytes.length); i++) {
            if (bytes[i] == 0 || bytes[i] == (byte) 0xfe || bytes[i] == (byte) 0xff) {
                return false;
            }
        }
        return true;
    }

    private static JsonNode tree(byte[] bytes) {
        try {
            return ContractJson.mapper().readTree(bytes);
        } catch (StreamConstraintsException e) {
            RejectionReason reason =
                    Nesting.isDeeper(bytes, ContractJson.MAX_DEPTH)
                            ? RejectionReason.TOO_DEEP
                            : RejectionReason.NOT_JSON;
            throw new RowException(reason, "", message(e));
        } catch (IOException e) {
            throw new RowException(RejectionReason.NOT_JSON, "", message(e));
        }
    }

    private static String message(IOException e) {
        String message =
                e instanceof JsonProcessingException json
                        ? json.getOriginalMessage() + position(json)
                        : String.valueOf(e.getMessage());
        return message.length() <= MAX_MESSAGE ? message : message.substring(0, MAX_MESSAGE);
    }

    private static String position(JsonProcessingException e) {
        return e.getLocation() == null ? "" : " (column " + e.getLocation().getColumnNr() + ')';
    }
}
