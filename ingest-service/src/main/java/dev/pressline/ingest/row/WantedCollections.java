package dev.pressline.ingest.row;

import dev.pressline.contract.identifier.InvalidIdentifierException;
import dev.pressline.contract.identifier.Nsid;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The collections that are taken in: exact NSIDs, or prefixes of two segments or more ending in
 * {@code .*}. Immutable.
 *
 * @param patterns the patterns
 */
public record WantedCollections(List<String> patterns) {

    private static final String ANY = ".*";

    /** Checks the patterns; throws {@link InvalidIdentifierException} naming the fault. */
    public WantedCollections {
        patterns = patterns.stream().map(String::strip).sorted().distinct().toList();
        patterns.forEach(WantedCollections::check);
    }

    private static void check(String pattern) {
        Nsid.parse(
                pattern.endsWith(ANY)
                        ? pattern.substring(0, pattern.length() - 1) + "any"
                        : pattern);
    }

    /** Whether a collection is wanted. */
    public boolean contains(Nsid collection) {
        return patterns.stream().anyMatch(pattern -> matches(pattern, collection.value()));
    }

    /** The patterns of these that none of {@code others} covers. */
    public List<String> beyond(List<String> others) {
        return patterns.stream()
                .filter(pattern -> others.stream().noneMatch(other -> matches(other, pattern)))
                .toList();
    }

    /** A hash that changes when other collections are wanted, 64 hex characters. */
    public String hash() {
        try {
            byte[] text = String.join("\n", patterns).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static boolean matches(String pattern, String collection) {
        return pattern.endsWith(ANY)
                ? collection.startsWith(pattern.substring(0, pattern.length() - 1))
                : pattern.equals(collection);
    }
}
