package dev.pressline.ingest.backfill;

import dev.pressline.atproto.pds.ListedRecord;
import dev.pressline.atproto.pds.PdsClient;
import dev.pressline.atproto.pds.RecordPage;
import dev.pressline.contract.event.VersionGuard;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Nsid;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.ingest.backfill.BackfillState.Phase;
import dev.pressline.ingest.cursor.Cursor.Place;
import dev.pressline.ingest.publish.Intakes;
import dev.pressline.ingest.row.ListedRow;
import dev.pressline.ingest.row.Row;
import dev.pressline.ingest.row.RowParser;
import dev.pressline.ingest.row.WantedCollections;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the wanted records of a repository by {@code listRecords}. The head's rev is read first and
 * stamped on every record, so that whatever changes meanwhile is newer; the place moves on only
 * when the brokers have the page. Then what is known of the repository and still has an older rev
 * is what the listing no longer has: it is deleted. Blocks; thread-safe.
 */
@ApplicationScoped
class ListReading {

    /** Pages of one collection; a listing that goes on beyond is one that never ends. */
    static final int MAX_PAGES = 20_000;

    private static final byte[] NO_BYTES = {};

    private final RepoHost host;
    private final PdsClient pds;
    private final RowParser parser;
    private final WantedCollections wanted;
    private final Intakes intakes;
    private final KnownRecords known;
    private final Clock clock;

    ListReading(
            RepoHost host,
            PdsClient pds,
            RowParser parser,
            WantedCollections wanted,
            Intakes intakes,
            KnownRecords known,
            Clock clock) {
        this.host = host;
        this.pds = pds;
        this.parser = parser;
        this.wanted = wanted;
        this.intakes = intakes;
        this.known = known;
        this.clock = clock;
    }

    /**
     * What became of the collections of a repository.
     *
     * @param read those that the PDS gave to their end
     * @param refused those that it did not
     */
    record Outcome(Set<Nsid> read, Set<Nsid> refused) {}

    /** The state of a repository that is read. */
    private record Head(Did did, Tid rev) {}

    /** Reads all, from the start of the reading on; throws {@link RefusedException}. */
    Outcome read(Reading reading, Did did) {
        Head head = new Head(did, rev(reading, did));
        Outcome outcome = new Outcome(new HashSet<>(), new HashSet<>());
        Set<Nsid> incomplete = new HashSet<>();
        for (Nsid collection : collections(reading.progress(), did)) {
            Optional<Place> start = reading.start();
            if (start.isEmpty() || start.get().collection().compareTo(collection) <= 0) {
                Place from = new Place(did, head.rev(), collection, after(start, collection));
                if (!readWhole(reading, from, outcome)) {
                    incomplete.add(collection);
                }
            }
        }
        deleteMissing(reading, head, incomplete);
        return outcome;
    }

    /** The rev that the reading began with; one from the future would pin its records for ever. */
    private Tid rev(Reading reading, Did did) {
        Tid rev =
                reading.start()
                        .map(Place::rev)
                        .orElseGet(
                                () ->
                                        host.ask(
                                                reading.progress(),
                                                did,
                                                url -> pds.latestRev(url, did)));
        if (VersionGuard.isFromTheFuture(rev, clock.instant())) {
            throw new RefusedException("its rev " + rev + " is from the future");
        }
        return rev;
    }

    private static Optional<String> after(Optional<Place> start, Nsid collection) {
        return start.filter(place -> place.collection().equals(collection)).flatMap(Place::after);
    }

    private List<Nsid> collections(Progress progress, Did did) {
        return host.ask(progress, did, url -> pds.collections(url, did)).stream()
                .filter(wanted::contains)
                .sorted()
                .distinct()
                .toList();
    }

    /** Whether the PDS gave all of a collection and all of it can be records. */
    private boolean readWhole(Reading reading, Place start, Outcome outcome) {
        Nsid collection = start.collection();
        reading.progress().in(Phase.READING, collection.value());
        try {
            long rejected = readCollection(reading, start);
            outcome.read().add(collection);
            return rejected == 0;
        } catch (RefusedException e) {
            reading.progress().refused(collection.value(), String.valueOf(e.getMessage()));
            outcome.refused().add(collection);
            return false;
        }
    }

    /** Reads a collection to its end; returns how many listed records can never be one. */
    private long readCollection(Reading reading, Place start) {
        Place place = start;
        long rejected = 0;
        for (int pages = 0; pages < MAX_PAGES; pages++) {
            RecordPage page = page(reading.progress(), place);
            rejected += publish(reading, place, page);
            Optional<String> next = page.records().isEmpty() ? Optional.empty() : page.cursor();
            if (next.isEmpty() || next.equals(place.after())) {
                return rejected;
            }
            place = new Place(place.did(), place.rev(), place.collection(), next);
            reading.moved().accept(place);
        }
        throw new RefusedException("the listing does not end");
    }

    private RecordPage page(Progress progress, Place place) {
        PdsClient.Listing listing =
                new PdsClient.Listing(
                        place.did(), place.collection(), place.after(), PdsClient.MAX_PAGE);
        return host.ask(progress, place.did(), url -> pds.listRecords(url, listing));
    }

    private long publish(Reading reading, Place place, RecordPage page) {
        IntakeProgress intake =
                new IntakeProgress(intakes.open(reading.source()), reading.progress());
        for (ListedRecord record : page.records()) {
            ListedRow listed =
                    new ListedRow(
                            place.did(),
                            place.collection(),
                            place.rev(),
                            record.uri(),
                            record.cid(),
                            record.json());
            intake.take(parser.parse(listed), record.json());
        }
        return intake.published();
    }

    /** Leaves collections alone of which not everything was read. */
    private void deleteMissing(Reading reading, Head head, Set<Nsid> incomplete) {
        Progress progress = reading.progress();
        List<AtUri> older =
                progress.ask(
                        "comparing with what is known",
                        () -> known.olderThan(head.did(), head.rev(), progress::working));
        IntakeProgress intake = new IntakeProgress(intakes.open(reading.source()), progress);
        for (AtUri uri : older) {
            if (wanted.contains(uri.collection()) && !incomplete.contains(uri.collection())) {
                intake.take(new Row.Delete(uri, head.rev()), NO_BYTES);
            }
        }
        intake.deleted();
    }
}
