package dev.pressline.ingest.row;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.data.RecordCid;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Cid;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.InvalidIdentifierException;
import dev.pressline.contract.identifier.Nsid;
import dev.pressline.contract.identifier.RecordKey;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.contract.identity.BareIdentity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads one row as people and PDSes hand it in: a bare record; a {@code getRecord} answer ({@code
 * uri}, {@code cid}, {@code value}); a row ({@code uri}, or {@code did}, {@code collection} and
 * {@code rkey}, with {@code cid}, {@code rev} and {@code record}, null for a delete); or the fields
 * of a record with its {@code uri} or {@code rkey} among them and no {@code $type}. What is missing
 * of the identity is derived by {@link BareIdentity}. Pure; thread-safe.
 */
public final class RowParser {

    /** The largest row in bytes. */
    public static final int MAX_ROW = RowJson.MAX_BYTES;

    private static final List<String> DOCUMENT_FIELDS =
            List.of("title", "site", "path", "content", "textContent", "publishedAt");
    private static final String TYPE = "$type";
    private static final String URI = "uri";

    private final WantedCollections wanted;

    /** Reads rows and keeps the wanted collections. */
    public RowParser(WantedCollections wanted) {
        this.wanted = wanted;
    }

    /**
     * Reads a row; never throws for what the bytes hold. A version derived from a date after {@code
     * now} counts as unknown.
     */
    public Row parse(byte[] bytes, Instant now) {
        try {
            return row(RowJson.read(bytes), bytes, now);
        } catch (RowException e) {
            return e.rejected();
        }
    }

    /** Reads a record that a PDS lists as {@code claimed}, stamped with the repository's rev. */
    public Row parse(ListedRow listed) {
        try {
            AtUri uri = AtUri.parse(listed.uri());
            if (!uri.did().equals(listed.did()) || !uri.collection().equals(listed.collection())) {
                throw new RowException(
                        RejectionReason.FOREIGN_RECORD, '/' + URI, "not what was asked for");
            }
            return parse(uri, listed.rev(), listed.cid(), listed.json());
        } catch (InvalidIdentifierException e) {
            return new Row.Rejected(RejectionReason.BAD_URI, '/' + URI, message(e));
        } catch (RowException e) {
            return e.rejected();
        }
    }

    /** Reads a record of known identity; {@code cid} is what came with it, empty for none. */
    public Row parse(AtUri uri, Tid rev, String cid, byte[] json) {
        try {
            if (!wanted.contains(uri.collection())) {
                return new Row.Unwanted(uri);
            }
            return put(uri, rev, new Stated(RowJson.read(json), cid), json);
        } catch (RowException e) {
            return e.rejected();
        }
    }

    /** The deletion of a record, if its collection is wanted. */
    public Row delete(AtUri uri, Tid rev) {
        return wanted.contains(uri.collection()) ? new Row.Delete(uri, rev) : new Row.Unwanted(uri);
    }

    private Row row(JsonNode json, byte[] bytes, Instant now) {
        if (namesItsCollection(json)) {
            return whole(BareIdentity.uri(json), json, bytes, now);
        }
        if (json.has("record")) {
            return wrapped(json, "record", bytes, now);
        }
        if (json.has("value")) {
            return wrapped(json, "value", bytes, now);
        }
        if (!looksLikeARecord(json)) {
            throw new RowException(
                    RejectionReason.NO_IDENTITY,
                    "",
                    "neither an address, nor a $type, nor the fields of a document or publication");
        }
        return whole(excerptAddress(json), json, bytes, now);
    }

    private static boolean namesItsCollection(JsonNode record) {
        try {
            Nsid.parse(text(record, TYPE));
            return true;
        } catch (InvalidIdentifierException e) {
            return false;
        }
    }

    /** A name or a description alone says nothing: every package and profile has them. */
    private static boolean looksLikeARecord(JsonNode json) {
        return DOCUMENT_FIELDS.stream().anyMatch(json::has)
                || (json.has("url") && json.has("name"));
    }

    private Row whole(AtUri uri, JsonNode record, byte[] bytes, Instant now) {
        return put(uri, derivedRev(record, now), new Stated(record, ""), bytes);
    }

    private Row wrapped(JsonNode row, String field, byte[] bytes, Instant now) {
        AtUri uri = address(row);
        JsonNode record = row.path(field);
        if (record.isNull()) {
            return wanted.contains(uri.collection())
                    ? new Row.Delete(uri, statedRev(row).orElseThrow(RowParser::deleteWithoutRev))
                    : new Row.Unwanted(uri);
        }
        if (!record.isObject()) {
            throw new RowException(
                    RejectionReason.BAD_RECORD, '/' + field, "neither an object nor null");
        }
        Tid rev = statedRev(row).orElseGet(() -> derivedRev(record, now));
        Stated stated = new Stated(record, row.path("cid").asText(""));
        return put(uri, rev, stated, RawSlice.of(bytes, field));
    }

    /** A record with the CID that came with it, empty for none. */
    private record Stated(JsonNode record, String cid) {}

    private Row put(AtUri uri, Tid rev, Stated stated, byte[] json) {
        if (!wanted.contains(uri.collection())) {
            return new Row.Unwanted(uri);
        }
        Optional<Cid> cid = RecordCid.of(stated.record());
        return new Row.Put(uri, rev, cid, check(cid, stated.cid()), json);
    }

    private static CidCheck check(Optional<Cid> computed, String stated) {
        if (stated.isEmpty()) {
            return CidCheck.NOT_STATED;
        }
        return computed.map(Cid::value).equals(Optional.of(stated))
                ? CidCheck.MATCHES
                : CidCheck.DIFFERS;
    }

    private static AtUri address(JsonNode row) {
        boolean parts = row.has("did") && row.has("collection") && row.has("rkey");
        if (!row.has(URI) && !parts) {
            throw new RowException(
                    RejectionReason.NO_IDENTITY, "", "neither uri nor did, collection and rkey");
        }
        return row.has(URI)
                ? parsed(() -> AtUri.parse(text(row, URI)))
                : parsed(
                        () ->
                                new AtUri(
                                        Did.parse(text(row, "did")),
                                        Nsid.parse(text(row, "collection")),
                                        RecordKey.parse(text(row, "rkey"))));
    }

    private static AtUri excerptAddress(JsonNode record) {
        if (record.has(URI)) {
            return address(record);
        }
        AtUri derived = BareIdentity.uri(record);
        return record.has("rkey")
                ? parsed(
                        () ->
                                new AtUri(
                                        derived.did(),
                                        derived.collection(),
                                        RecordKey.parse(text(record, "rkey"))))
                : derived;
    }

    private interface Parse {
        AtUri run();
    }

    private static AtUri parsed(Parse parse) {
        try {
            return parse.run();
        } catch (InvalidIdentifierException e) {
            throw new RowException(RejectionReason.BAD_URI, '/' + URI, message(e));
        }
    }

    private static Optional<Tid> statedRev(JsonNode row) {
        String text = text(row, "rev");
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Tid.parse(text));
        } catch (InvalidIdentifierException e) {
            throw new RowException(RejectionReason.BAD_REV, "/rev", message(e));
        }
    }

    private static RowException deleteWithoutRev() {
        return new RowException(
                RejectionReason.BAD_REV, "/rev", "a delete needs the rev that it deletes at");
    }

    private static Tid derivedRev(JsonNode record, Instant now) {
        Tid rev = BareIdentity.rev(record);
        return rev.instant().isAfter(now) ? Tid.of(0, rev.clockId()) : rev;
    }

    private static String text(JsonNode row, String field) {
        return row.path(field).asText("");
    }

    private static String message(InvalidIdentifierException e) {
        return String.valueOf(e.getMessage());
    }
}
