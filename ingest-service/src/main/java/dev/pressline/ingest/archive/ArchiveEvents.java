package dev.pressline.ingest.archive;

import dev.pressline.atproto.repo.InvalidRepoException;
import dev.pressline.atproto.repo.cbor.RecordJson;
import dev.pressline.atproto.repo.stream.RepoEvent;
import dev.pressline.atproto.repo.stream.RepoEvents;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.InvalidIdentifierException;
import dev.pressline.contract.identifier.Nsid;
import dev.pressline.contract.identifier.RecordKey;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.ingest.row.RejectionReason;
import dev.pressline.ingest.row.Row;
import dev.pressline.ingest.row.RowParser;
import dev.pressline.ingest.row.WantedCollections;
import dev.pressline.ingest.stream.AccountRows;
import dev.pressline.ingest.stream.StreamEvent;
import dev.pressline.ingest.stream.StreamEvent.Place;
import java.io.ByteArrayOutputStream;
import java.util.List;

/** Reads the events of an archive as those of a stream. Pure; thread-safe. */
public final class ArchiveEvents {

    /** The header of a relay's frame, which the body in an archive is without. */
    private static final byte[] ACCOUNT_HEADER = {
        (byte) 0xA2, 0x61, 't', 0x68, '#', 'a', 'c', 'c', 'o', 'u', 'n', 't', 0x62, 'o', 'p', 0x01
    };

    private final RowParser parser;
    private final WantedCollections wanted;

    /** Keeps what is wanted, as {@code parser} reads it. */
    public ArchiveEvents(RowParser parser, WantedCollections wanted) {
        this.parser = parser;
        this.wanted = wanted;
    }

    /** What an event says. */
    public StreamEvent.Placed of(ArchiveRow row) {
        Place place = new Place(row.seq(), row.time());
        try {
            return of(row, place, Did.parse(row.did()));
        } catch (InvalidIdentifierException e) {
            return rejected(place, RejectionReason.BAD_URI, e);
        } catch (InvalidRepoException e) {
            return rejected(place, RejectionReason.BAD_RECORD, e);
        }
    }

    private static StreamEvent.Placed rejected(
            Place place, RejectionReason reason, RuntimeException e) {
        Row row = new Row.Rejected(reason, "", String.valueOf(e.getMessage()));
        return new StreamEvent.Rows(place, List.of(row));
    }

    private StreamEvent.Placed of(ArchiveRow row, Place place, Did did) {
        return switch (row.kind()) {
            case CREATE, UPDATE, RESYNC, DELETE -> new StreamEvent.Rows(place, record(row, did));
            case IDENTITY -> new StreamEvent.IdentityChanged(place, did, List.of());
            case ACCOUNT -> account(row, place, did);
            case SYNC -> new StreamEvent.RepositoryReset(place, did);
        };
    }

    private List<Row> record(ArchiveRow row, Did did) {
        Nsid collection = Nsid.parse(row.collection());
        if (!wanted.contains(collection)) {
            return List.of();
        }
        AtUri uri = new AtUri(did, collection, RecordKey.parse(row.rkey()));
        Tid rev = Tid.parse(row.rev());
        return List.of(
                row.kind() == ArchiveRow.Kind.DELETE
                        ? parser.delete(uri, rev)
                        : parser.parse(uri, rev, "", RecordJson.of(row.payload())));
    }

    private static StreamEvent.Placed account(ArchiveRow row, Place place, Did did) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.writeBytes(ACCOUNT_HEADER);
        frame.writeBytes(row.payload());
        if (RepoEvents.parse(frame.toByteArray()) instanceof RepoEvent.AccountEvent event) {
            Row state = AccountRows.of(did, event.active(), event.status(), place.time());
            return new StreamEvent.AccountChanged(place, did, event.active(), List.of(state));
        }
        return new StreamEvent.Rows(place, List.of());
    }
}
