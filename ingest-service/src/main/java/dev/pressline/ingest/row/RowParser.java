package dev.pressline.ingest.row;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.pressline.contract.data.RecordCid;
import dev.pressline.contract.event.Verification;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Cid;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.InvalidIdentifierException;
import dev.pressline.contract.identifier.Nsid;
import dev.pressline.contract.identifier.RecordKey;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.contract.identity.BareIdentity;
import dev.pressline.contract.serde.ContractJson;
import java.io.IOException;
import java.util.Optional;

/**
 * Reads one row as people hand it in: a bare record, a {@code getRecord} answer ({@code uri},
 * {@code cid}, {@code value}), or a row ({@code uri} or {@code did}, {@code collection} and {@code
 * rkey}, with {@code cid}, {@code rev} and {@code record}, null for a delete). A record without
 * identity gets the one of {@link BareIdentity}. Pure.
 */
public final class RowParser {

    /** The largest row in bytes: the JSON of the largest record the protocol allows. */
    public static final int MAX_ROW = 2 * 1024 * 1024;

    private final WantedCollections wanted;

    /** Reads rows and keeps the wanted collections. */
    public RowParser(WantedCollections wanted) {
        this.wanted = wanted;
    }

    /** Reads a row; never throws for what the bytes hold. */
    public Row parse(byte[] bytes) {
        if (bytes.length > MAX_ROW) {
            return rejected(
                    RejectionReason.TOO_LARGE,
                    "",
                    "a row holds at most " + MAX_ROW + " bytes, this one " + bytes.length);
        }
        try {
            JsonNode json = ContractJson.mapper().readTree(bytes);
            return json != null && json.isObject()
                    ? row(json, bytes)
                    : rejected(RejectionReason.NOT_AN_OBJECT, "", "a row is a JSON object");
        } catch (IOException e) {
            return rejected(RejectionReason.NOT_JSON, "", "not JSON: " + firstLine(e));
        }
    }

    private Row row(JsonNode json, byte[] bytes) {
        try {
            return switch (shape(json)) {
                case BARE -> put(BareIdentity.uri(json), MissingNode.getInstance(), json, bytes);
                case ANSWER -> inner(json, "value", bytes);
                case ROW -> inner(json, "record", bytes);
                case EXCERPT -> put(address(json), MissingNode.getInstance(), json, bytes);
            };
        } catch (RowException e) {
            return e.rejected;
        }
    }

    private enum Shape {
        /** A record and nothing else. */
        BARE,
        /** What {@code getRecord} answers. */
        ANSWER,
        /** A record with its identity beside it. */
        ROW,
        /** The fields of a record with its address among them. */
        EXCERPT
    }

    private static Shape shape(JsonNode json) {
        boolean addressed =
                json.has("uri") || (json.has("did") && json.has("collection") && json.has("rkey"));
        if (json.has("$type") || !addressed) {
            return Shape.BARE;
        }
        if (json.has("record")) {
            return Shape.ROW;
        }
        return json.has("value") ? Shape.ANSWER : Shape.EXCERPT;
    }

    private Row inner(JsonNode row, String field, byte[] bytes) {
        AtUri uri = address(row);
        JsonNode record = row.get(field);
        if (record.isNull()) {
            return wanted.contains(uri.collection())
                    ? new Row.Delete(uri, rev(row, record))
                    : new Row.Unwanted(uri);
        }
        if (!record.isObject()) {
            throw new RowException(
                    RejectionReason.BAD_RECORD, '/' + field, "is neither an object nor null");
        }
        return put(uri, row, record, RawSlice.of(bytes, field));
    }

    private Row put(AtUri uri, JsonNode row, JsonNode record, byte[] json) {
        if (!wanted.contains(uri.collection())) {
            return new Row.Unwanted(uri);
        }
        Optional<Cid> cid = RecordCid.of(record);
        boolean stated = cid.isPresent() && row.path("cid").asText("").equals(cid.get().value());
        return new Row.Put(
                uri, rev(row, record), cid, stated ? Verification.CID : Verification.NONE, json);
    }

    private static AtUri address(JsonNode row) {
        try {
            return row.has("uri")
                    ? AtUri.parse(row.path("uri").asText(""))
                    : new AtUri(
                            Did.parse(row.path("did").asText("")),
                            Nsid.parse(row.path("collection").asText("")),
                            RecordKey.parse(row.path("rkey").asText("")));
        } catch (InvalidIdentifierException e) {
            throw new RowException(
                    RejectionReason.BAD_URI,
                    row.has("uri") ? "/uri" : "/did",
                    String.valueOf(e.getMessage()));
        }
    }

    private static Tid rev(JsonNode row, JsonNode record) {
        String text = row.path("rev").asText("");
        try {
            return text.isEmpty() ? BareIdentity.rev(record) : Tid.parse(text);
        } catch (InvalidIdentifierException e) {
            throw new RowException(RejectionReason.BAD_REV, "/rev", String.valueOf(e.getMessage()));
        }
    }

    private static String firstLine(IOException e) {
        String message = String.valueOf(e.getMessage());
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    private static Row rejected(RejectionReason reason, String field, String message) {
        return new Row.Rejected(reason, field, message);
    }

    private static final class RowException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Row.Rejected rejected;

        RowException(RejectionReason reason, String field, String message) {
            super(message);
            this.rejected = new Row.Rejected(reason, field, message);
        }
    }
}
