package dev.pressline.atproto.pds;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.pressline.contract.serde.ContractJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A page of a collection; the end is a page without records. Immutable.
 *
 * @param records the records, newest record key first
 * @param cursor where the next page begins; comes with a full last page too
 */
public record RecordPage(List<ListedRecord> records, Optional<String> cursor) {

    /** Reads the answer of {@code listRecords}; throws for what is none. */
    static RecordPage parse(byte[] body) throws IOException {
        try (JsonParser parser = ContractJson.mapper().createParser(body)) {
            return new Reader(parser, body).page();
        }
    }

    private static final class Reader {

        private final JsonParser parser;
        private final byte[] body;
        private final List<ListedRecord> records = new ArrayList<>();
        private Optional<String> cursor = Optional.empty();
        private boolean hasRecords;

        Reader(JsonParser parser, byte[] body) {
            this.parser = parser;
            this.body = body;
        }

        RecordPage page() throws IOException {
            expect(JsonToken.START_OBJECT);
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                field(parser.currentName());
            }
            if (!hasRecords) {
                throw new IOException("there is no array /records");
            }
            return new RecordPage(List.copyOf(records), cursor);
        }

        private void field(String name) throws IOException {
            JsonToken value = parser.nextToken();
            if (name.equals("cursor") && value == JsonToken.VALUE_STRING) {
                cursor = Optional.of(parser.getText());
            } else if (name.equals("records") && value == JsonToken.START_ARRAY) {
                hasRecords = true;
                records();
            } else {
                parser.skipChildren();
            }
        }

        private void records() throws IOException {
            for (JsonToken t = parser.nextToken();
                    t != JsonToken.END_ARRAY;
                    t = parser.nextToken()) {
                if (t == JsonToken.START_OBJECT) {
                    records.add(record());
                } else {
                    throw new IOException("a listed record is not an object");
                }
            }
        }

        private ListedRecord record() throws IOException {
            String uri = "";
            String cid = "";
            byte[] json = {};
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                switch (name) {
                    case "uri" -> uri = text(value);
                    case "cid" -> cid = text(value);
                    case "value" -> json = slice();
                    default -> parser.skipChildren();
                }
            }
            return new ListedRecord(uri, cid, json);
        }

        private String text(JsonToken value) throws IOException {
            if (value == JsonToken.VALUE_STRING) {
                return parser.getText();
            }
            parser.skipChildren();
            return "";
        }

        /** The bytes of the value that begins here; scalars come with what they are followed by. */
        private byte[] slice() throws IOException {
            int start = (int) parser.currentTokenLocation().getByteOffset();
            parser.skipChildren();
            int end = (int) parser.currentLocation().getByteOffset();
            return Arrays.copyOfRange(body, start, end);
        }

        private void expect(JsonToken expected) throws IOException {
            if (parser.nextToken() != expected) {
                throw new IOException("the answer is not a JSON object");
            }
        }
    }
}
