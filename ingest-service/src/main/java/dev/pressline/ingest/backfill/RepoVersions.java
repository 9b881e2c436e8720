package dev.pressline.ingest.backfill;

import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Tid;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The newest version of each record of one repository, and the state of its account, gathered from
 * events in any order. Not thread-safe.
 */
final class RepoVersions {

    private final Did did;
    private final Map<AtUri, KnownEvent> newest = new TreeMap<>();
    private Optional<KnownAccount> account = Optional.empty();

    RepoVersions(Did did) {
        this.did = did;
    }

    /** Takes an event into account; those of other repositories do not count. */
    void see(KnownEvent event) {
        if (event.uri().did().equals(did)) {
            newest.merge(event.uri(), event, RepoVersions::newer);
        }
    }

    /** Takes a state into account; those of other accounts do not count. */
    void see(KnownAccount state) {
        boolean isNewer = account.filter(known -> known.rev().compareTo(state.rev()) > 0).isEmpty();
        if (state.did().equals(did) && isNewer) {
            account = Optional.of(state);
        }
    }

    /** The newest state of the account, empty where none was ever said. */
    Optional<KnownAccount> account() {
        return account;
    }

    /** Whether there are records, not deleted. */
    boolean hasRecords() {
        return newest.values().stream().anyMatch(event -> !event.deleted());
    }

    /** The known one, unless the other is as new: then it came later. */
    private static KnownEvent newer(KnownEvent known, KnownEvent other) {
        return known.rev().compareTo(other.rev()) > 0 ? known : other;
    }

    /** The records that are there, not deleted, at a rev older than this. */
    List<AtUri> olderThan(Tid rev) {
        return newest.values().stream()
                .filter(event -> !event.deleted() && event.rev().compareTo(rev) < 0)
                .map(KnownEvent::uri)
                .toList();
    }

    /** The rev at which the whole repository was last read, as far as its records tell. */
    Optional<Tid> lastRead() {
        return newest.values().stream()
                .filter(KnownEvent::read)
                .map(KnownEvent::rev)
                .max(Comparator.naturalOrder());
    }
}
