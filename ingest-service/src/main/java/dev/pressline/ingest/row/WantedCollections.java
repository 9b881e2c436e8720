package dev.pressline.ingest.row;

import dev.pressline.contract.identifier.Nsid;
import java.util.List;

/**
 * The collections that are taken in: exact NSIDs, or prefixes ending in {@code .*} at a segment
 * boundary. Immutable.
 *
 * @param patterns the patterns
 */
public record WantedCollections(List<String> patterns) {

    /** Whether a collection is wanted. */
    public boolean contains(Nsid collection) {
        return patterns.stream().anyMatch(pattern -> matches(pattern, collection.value()));
    }

    /** The exact NSIDs among the patterns. */
    public List<Nsid> exact() {
        return patterns.stream()
                .filter(pattern -> !pattern.endsWith(".*"))
                .map(Nsid::parse)
                .toList();
    }

    private static boolean matches(String pattern, String collection) {
        return pattern.endsWith(".*")
                ? collection.startsWith(pattern.substring(0, pattern.length() - 1))
                : pattern.equals(collection);
    }
}
