package dev.pressline.testing.faults.oracle;

import dev.pressline.contract.event.Topics;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.contract.output.ObjectKeys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The oracle: folds an input log into what must stand, knowing nothing of how the services do it.
 * The last version of a record counts, a delete before a put of the same version; the last state of
 * an account decides whether its records are there. It reads what the stream of this module writes:
 * clean records, each at an address of its own, listed in the feeds of its publication, author and
 * tags, and in that of the whole. Not thread-safe.
 */
public final class Fold {

    private static final String DEAD_LETTERS = Topics.deadLetters(Topics.RAW, "normalize");

    private final Instant now;
    private final Map<AtUri, Reading> records = new HashMap<>();
    private final Map<Did, Reading.Account> accounts = new HashMap<>();
    private final SortedMap<DeadLetterId, String> deadLetters = new TreeMap<>();

    /** Folds a log whose entries arrive at {@code now}. */
    public Fold(Instant now) {
        this.now = now;
    }

    /** Takes the next entry of a partition in. */
    public void add(LogEntry entry) {
        switch (EntryReader.read(entry, now)) {
            case Reading.Put put -> records.merge(put.uri(), put, Fold::later);
            case Reading.Delete delete -> records.merge(delete.uri(), delete, Fold::later);
            case Reading.Account account -> accounts.merge(account.did(), account, Fold::later);
            case Reading.Rejected rejected ->
                    deadLetters.put(
                            new DeadLetterId(DEAD_LETTERS, entry.origin()), rejected.reason());
        }
    }

    private static Reading later(Reading known, Reading arriving) {
        int order = rev(arriving).compareTo(rev(known));
        boolean wins = order > 0 || (order == 0 && arriving instanceof Reading.Delete);
        return wins ? arriving : known;
    }

    private static Reading.Account later(Reading.Account known, Reading.Account arriving) {
        return arriving.rev().compareTo(known.rev()) > 0 ? arriving : known;
    }

    private static Tid rev(Reading reading) {
        return switch (reading) {
            case Reading.Put put -> put.rev();
            case Reading.Delete delete -> delete.rev();
            case Reading.Account account -> account.rev();
            case Reading.Rejected rejected -> Tid.MIN;
        };
    }

    /** What must stand after all that was taken in. */
    public Expectation expectation() {
        SortedMap<AtUri, Standing> standings = new TreeMap<>();
        records.forEach((uri, last) -> standings.put(uri, standing(uri, last)));
        return new Expectation(standings, feeds(standings), deadLetters);
    }

    private Standing standing(AtUri uri, Reading last) {
        Reading.Account account = accounts.get(uri.did());
        if (account != null && account.isDeleted()) {
            return new Standing.Gone();
        }
        if (!(last instanceof Reading.Put put)) {
            return new Standing.Gone();
        }
        return account == null || account.isActive()
                ? new Standing.Present(put.rev(), put.cid())
                : new Standing.Hidden();
    }

    private SortedMap<String, List<AtUri>> feeds(SortedMap<AtUri, Standing> standings) {
        SortedMap<String, List<AtUri>> feeds = new TreeMap<>();
        for (Listed document : newestFirst(standings)) {
            for (String folder : document.channels()) {
                feeds.computeIfAbsent(folder, each -> new ArrayList<>()).add(document.uri());
            }
        }
        return feeds;
    }

    private List<Listed> newestFirst(SortedMap<AtUri, Standing> standings) {
        return standings.entrySet().stream()
                .filter(each -> each.getValue() instanceof Standing.Present)
                .flatMap(each -> listed(each.getKey()).stream())
                .sorted(
                        Comparator.comparing(Listed::published)
                                .reversed()
                                .thenComparing(Listed::uri))
                .toList();
    }

    private Optional<Listed> listed(AtUri uri) {
        return records.get(uri) instanceof Reading.Put put
                ? put.place().map(place -> new Listed(uri, place))
                : Optional.empty();
    }

    private record Listed(AtUri uri, Reading.Place place) {

        Instant published() {
            return Instant.parse(place.published());
        }

        List<String> channels() {
            List<String> folders = new ArrayList<>();
            folders.add(ObjectKeys.FRONT);
            folders.add(ObjectKeys.author(uri.did()));
            folders.add(ObjectKeys.publication(AtUri.parse(place.publication())));
            place.tags().forEach(tag -> folders.add(ObjectKeys.tag(tag)));
            return folders;
        }
    }
}
