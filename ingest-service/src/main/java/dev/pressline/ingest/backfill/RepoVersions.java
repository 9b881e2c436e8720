package dev.pressline.ingest.backfill;

import dev.pressline.contract.event.EnvelopeHeaders;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.InvalidIdentifierException;
import dev.pressline.contract.identifier.Tid;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The newest version of each record of one repository, gathered from raw events in any order. What
 * carries no readable identity is left out. Not thread-safe.
 */
final class RepoVersions {

    private final String prefix;
    private final Map<String, Version> newest = new TreeMap<>();

    RepoVersions(Did did) {
        this.prefix = "at://" + did + '/';
    }

    private record Version(Tid rev, boolean deleted) {

        /** This one, unless the other is as new: then it came later. */
        Version orNewer(Version other) {
            return rev.compareTo(other.rev) > 0 ? this : other;
        }
    }

    /** Takes an event into account; those of other repositories do not count. */
    void see(ConsumerRecord<String, byte[]> event) {
        String key = event.key();
        if (key != null && key.startsWith(prefix)) {
            version(event).ifPresent(version -> newest.merge(key, version, Version::orNewer));
        }
    }

    private static Optional<Version> version(ConsumerRecord<String, byte[]> event) {
        try {
            return EnvelopeHeaders.text(event.headers(), "ce_rev")
                    .map(rev -> new Version(Tid.parse(rev), event.value() == null));
        } catch (InvalidIdentifierException e) {
            return Optional.empty();
        }
    }

    /** The records that are there, not deleted, at a rev older than this. */
    List<AtUri> olderThan(Tid rev) {
        return newest.entrySet().stream()
                .filter(e -> !e.getValue().deleted() && e.getValue().rev().compareTo(rev) < 0)
                .flatMap(e -> uri(e.getKey()).stream())
                .toList();
    }

    private static Optional<AtUri> uri(String key) {
        try {
            return Optional.of(AtUri.parse(key));
        } catch (InvalidIdentifierException e) {
            return Optional.empty();
        }
    }
}
