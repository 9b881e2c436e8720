package dev.pressline.ingest.stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.InvalidIdentifierException;
import dev.pressline.contract.identifier.Nsid;
import dev.pressline.contract.identifier.RecordKey;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.ingest.row.RejectionReason;
import dev.pressline.ingest.row.Row;
import dev.pressline.ingest.row.RowParser;
import dev.pressline.ingest.stream.StreamEvent.Place;
import java.util.List;
import java.util.Optional;

/** What the events of Jetstream and Tap have in common. Pure; thread-safe. */
final class JetstreamEvents {

    private final RowParser parser;

    JetstreamEvents(RowParser parser) {
        this.parser = parser;
    }

    /**
     * The rows of a change of one record.
     *
     * @param did whose
     * @param commit the object with {@code rev}, {@code collection}, {@code rkey}, {@code cid}
     * @param action {@code create}, {@code update} or {@code delete}
     * @param record the record's bytes
     */
    Row row(String did, JsonNode commit, String action, Optional<byte[]> record) {
        try {
            AtUri uri =
                    new AtUri(
                            Did.parse(did),
                            Nsid.parse(commit.path("collection").asText("")),
                            RecordKey.parse(commit.path("rkey").asText("")));
            Tid rev = Tid.parse(commit.path("rev").asText(""));
            return action.equals("delete")
                    ? parser.delete(uri, rev)
                    : put(uri, rev, commit, record);
        } catch (InvalidIdentifierException e) {
            return new Row.Rejected(
                    RejectionReason.BAD_URI, "/commit", String.valueOf(e.getMessage()));
        }
    }

    private Row put(AtUri uri, Tid rev, JsonNode commit, Optional<byte[]> record) {
        return record.map(json -> parser.parse(uri, rev, commit.path("cid").asText(""), json))
                .orElseGet(
                        () ->
                                new Row.Rejected(
                                        RejectionReason.BAD_RECORD, "/record", "not an object"));
    }

    /** The state of an account. */
    static StreamEvent account(Place place, Did did, JsonNode account) {
        boolean active = account.path("active").asBoolean(false);
        Row row = AccountRows.of(did, active, account.path("status").asText(""), place.time());
        return new StreamEvent.AccountChanged(place, did, active, List.of(row));
    }
}
