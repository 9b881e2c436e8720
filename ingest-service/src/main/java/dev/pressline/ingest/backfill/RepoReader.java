package dev.pressline.ingest.backfill;

import dev.pressline.atproto.pds.ListedRecord;
import dev.pressline.atproto.pds.PdsAnswer;
import dev.pressline.atproto.pds.PdsClient;
import dev.pressline.atproto.pds.RecordPage;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Nsid;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.ingest.backfill.BackfillState.Phase;
import dev.pressline.ingest.cursor.Cursor.Place;
import dev.pressline.ingest.publish.Intake;
import dev.pressline.ingest.publish.Intakes;
import dev.pressline.ingest.row.ListedRow;
import dev.pressline.ingest.row.Row;
import dev.pressline.ingest.row.RowParser;
import dev.pressline.ingest.row.WantedCollections;
import dev.pressline.ingest.source.RecordSource.RepoBackfillSource;
import dev.pressline.kit.failure.InfrastructureException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import okhttp3.HttpUrl;

/**
 * Reads the wanted records of a repository by {@code listRecords}. The head's rev is read first and
 * stamped on every record, so that whatever changes meanwhile is newer; the place moves on only
 * when the brokers have the page. Then what is known of the repository and still has an older rev
 * is what the listing no longer has: it is deleted. The PDS is looked up for each request, since
 * accounts move. Blocks; thread-safe.
 */
@ApplicationScoped
class RepoReader {

    /** Pages of one collection; a listing that goes on beyond is one that never ends. */
    static final int MAX_PAGES = 20_000;

    private static final byte[] NO_BYTES = {};

    private final RepoAddress addresses;
    private final PdsClient pds;
    private final RowParser parser;
    private final WantedCollections wanted;
    private final Intakes intakes;
    private final KnownRecords known;

    RepoReader(
            RepoAddress addresses,
            PdsClient pds,
            RowParser parser,
            WantedCollections wanted,
            Intakes intakes,
            KnownRecords known) {
        this.addresses = addresses;
        this.pds = pds;
        this.parser = parser;
        this.wanted = wanted;
        this.intakes = intakes;
        this.known = known;
    }

    /**
     * One reading.
     *
     * @param source what is read
     * @param start where to go on, absent for the beginning
     * @param progress hears how far it is
     * @param moved hears the place to go on from, when everything before it is with the brokers
     */
    record Reading(
            RepoBackfillSource source,
            Optional<Place> start,
            Progress progress,
            Consumer<Place> moved) {}

    /** Reads all; returns when the brokers have every record. Throws {@link RefusedException}. */
    void read(Reading reading) {
        Progress progress = reading.progress();
        String repo = reading.source().repo();
        Did did = progress.ask("resolving " + repo, () -> addresses.did(repo));
        Tid rev =
                reading.start()
                        .map(Place::rev)
                        .orElseGet(() -> ask(progress, did, url -> pds.latestRev(url, did)));
        Set<Nsid> incomplete = new HashSet<>();
        for (Nsid collection : collections(progress, did)) {
            Optional<Place> start = reading.start();
            if (start.isEmpty() || start.get().collection().compareTo(collection) <= 0) {
                progress.in(Phase.READING, collection.value());
                Place from = new Place(did, rev, collection, after(start, collection));
                if (!readWhole(reading, from)) {
                    incomplete.add(collection);
                }
            }
        }
        deleteMissing(reading, new Head(did, rev), incomplete);
    }

    /** The state of a repository that is read. */
    private record Head(Did did, Tid rev) {}

    private static Optional<String> after(Optional<Place> start, Nsid collection) {
        return start.filter(place -> place.collection().equals(collection)).flatMap(Place::after);
    }

    private List<Nsid> collections(Progress progress, Did did) {
        return ask(progress, did, url -> pds.collections(url, did)).stream()
                .filter(wanted::contains)
                .sorted()
                .distinct()
                .toList();
    }

    /** Whether the PDS gave all of a collection and all of it can be records. */
    private boolean readWhole(Reading reading, Place start) {
        try {
            return readCollection(reading, start) == 0;
        } catch (RefusedException e) {
            reading.progress().refused(start.collection().value(), String.valueOf(e.getMessage()));
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
        return ask(progress, place.did(), url -> pds.listRecords(url, listing));
    }

    private long publish(Reading reading, Place place, RecordPage page) {
        Intake intake = intakes.open(reading.source());
        long line = 0;
        for (ListedRecord record : page.records()) {
            ListedRow listed =
                    new ListedRow(
                            place.did(),
                            place.collection(),
                            place.rev(),
                            record.uri(),
                            record.cid(),
                            record.json());
            intake.take(++line, parser.parse(listed), record.json());
        }
        intake.flush();
        reading.progress().published(intake.tally().accepted(), intake.tally().rejected());
        return intake.tally().rejected();
    }

    /** Leaves collections alone of which not everything was read. */
    private void deleteMissing(Reading reading, Head head, Set<Nsid> incomplete) {
        Progress progress = reading.progress();
        List<AtUri> older =
                progress.ask(
                        "comparing with what is known",
                        () -> known.olderThan(head.did(), head.rev(), progress::working));
        Intake intake = intakes.open(reading.source());
        long line = 0;
        for (AtUri uri : older) {
            if (wanted.contains(uri.collection()) && !incomplete.contains(uri.collection())) {
                intake.take(++line, new Row.Delete(uri, head.rev()), NO_BYTES);
            }
        }
        intake.flush();
        progress.deleted(intake.tally().accepted());
    }

    private <T> T ask(Progress progress, Did did, Function<HttpUrl, PdsAnswer<T>> question) {
        return progress.ask("reading " + did, () -> found(question.apply(addresses.pds(did))));
    }

    private static <T> T found(PdsAnswer<T> answer) {
        return switch (answer) {
            case PdsAnswer.Found<T> found -> found.value();
            case PdsAnswer.NotThere<T> no ->
                    throw new RefusedException("the PDS answers " + no.why());
            case PdsAnswer.Refused<T> no -> throw new RefusedException(no.why());
            case PdsAnswer.Unavailable<T> down -> throw unavailable(down.why(), down.retryAfter());
        };
    }

    private static InfrastructureException unavailable(String why, Optional<Duration> after) {
        return new InfrastructureException(why, after.orElse(RepoAddress.ASK_AGAIN));
    }
}
