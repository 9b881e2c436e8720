package dev.pressline.local.explain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.AccountState;
import dev.pressline.contract.document.Document;
import dev.pressline.contract.document.Normalized;
import dev.pressline.contract.document.Publication;
import dev.pressline.contract.document.Subscription;
import dev.pressline.contract.event.Envelope;
import dev.pressline.contract.event.EventType;
import dev.pressline.contract.event.Operation;
import dev.pressline.contract.event.Origin;
import dev.pressline.contract.event.Verification;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.ingest.row.Row;
import dev.pressline.ingest.row.RowParser;
import dev.pressline.ingest.row.WantedCollections;
import dev.pressline.normalize.convert.PartReferences;
import dev.pressline.normalize.convert.source.Elsewhere;
import dev.pressline.normalize.core.Identity;
import dev.pressline.normalize.core.Normalization;
import dev.pressline.normalize.core.Normalizer;
import dev.pressline.normalize.core.RawRecord;
import dev.pressline.normalize.core.RecordReader;
import dev.pressline.normalize.repair.RepairSwitches;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says what ingest and normalize would do with rows, by their own pure cores: no network, so no
 * handle is known and no blob is fetched. Documents are joined with those of their parts that stood
 * in rows it was shown before. Not thread-safe.
 */
public final class Explainer {

    private static final WantedCollections WANTED =
            new WantedCollections(
                    Stream.concat(
                                    Stream.of("site.standard.*"),
                                    PartReferences.collections().stream())
                            .toList());

    private final RowParser rows = new RowParser(WANTED);
    private final Normalizer normalizer;
    private final Instant now;
    private final Map<AtUri, JsonNode> parts = new HashMap<>();

    /** Explains with these switches, as of a moment. */
    public Explainer(RepairSwitches switches, Instant now) {
        this.normalizer = new Normalizer(switches);
        this.now = now;
    }

    /** Remembers a row for the documents it is a part of; of any other row it keeps nothing. */
    public void remember(byte[] row) {
        if (rows.parse(row, now) instanceof Row.Put put
                && PartReferences.isPart(put.uri().collection())) {
            if (RecordReader.read(put.json()) instanceof RecordReader.Reading.Readable readable) {
                parts.put(put.uri(), readable.value());
            }
        }
    }

    /** What becomes of a row; never throws for what its bytes hold. */
    public Explanation explain(byte[] row) {
        return switch (rows.parse(row, now)) {
            case Row.Put put -> normalized(put);
            case Row.Delete delete ->
                    new Explanation.Passed(delete.uri().toString(), "the record is deleted");
            case Row.Account account ->
                    new Explanation.Passed(account.did().value(), "the state of an account");
            case Row.Unwanted unwanted -> passed(unwanted.uri().toString());
            case Row.Rejected rejected ->
                    new Explanation.Rejected(
                            rejected.reason().label(), rejected.field(), rejected.message());
        };
    }

    private Explanation normalized(Row.Put put) {
        return switch (RecordReader.read(put.json())) {
            case RecordReader.Reading.Unreadable unreadable ->
                    new Explanation.Rejected(unreadable.reason().text(), "", unreadable.message());
            case RecordReader.Reading.Readable readable ->
                    normalized(put, new RawRecord(envelope(put), readable.value()));
        };
    }

    private Explanation normalized(Row.Put put, RawRecord record) {
        Map<AtUri, JsonNode> known = new HashMap<>(parts);
        known.keySet().retainAll(Normalizer.parts(record));
        Identity identity = Identity.of(put.uri().did());
        Elsewhere elsewhere = new Elsewhere(known, Map.of());
        return switch (normalizer.normalize(record, identity, elsewhere)) {
            case Normalization.Published published ->
                    published(put.uri().toString(), published.value());
            case Normalization.Joined joined -> passed(put.uri().toString());
            case Normalization.Ignored ignored -> passed(put.uri().toString());
            case Normalization.Rejected rejected ->
                    new Explanation.Rejected(rejected.reason().text(), "", rejected.message());
        };
    }

    private static Explanation published(String uri, Normalized value) {
        return switch (value) {
            case Document document ->
                    new Explanation.Published(
                            uri, document.title(), document.repairs(), document.violations());
            case Publication publication ->
                    new Explanation.Published(
                            uri,
                            publication.name(),
                            publication.repairs(),
                            publication.violations());
            case Subscription subscription ->
                    new Explanation.Published(
                            uri, "", subscription.repairs(), subscription.violations());
            case AccountState state -> new Explanation.Passed(uri, "the state of an account");
        };
    }

    private static Explanation passed(String uri) {
        return new Explanation.Passed(uri, "nothing is published of its collection by itself");
    }

    private static Envelope envelope(Row.Put put) {
        return new Envelope(
                EventType.RAW,
                "urn:pressline:explain",
                put.key(),
                put.rev(),
                put.cid(),
                Operation.PUT,
                Origin.IMPORT,
                Verification.NONE,
                Optional.empty(),
                Optional.empty());
    }
}
