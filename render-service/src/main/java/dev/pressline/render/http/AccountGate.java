package dev.pressline.render.http;

import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.InvalidIdentifierException;
import dev.pressline.kit.store.AccountStandings.Standing;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Decides whether what an account owns may be read, by the standing of the account: its blobs, and
 * its pages until the press has removed them. Thread-safe when {@code standings} is.
 *
 * @param standings the standing of an account, asked for each time: what was hidden a moment ago is
 *     hidden
 */
record AccountGate(Function<Did, Standing> standings) {

    /** What the keys of blobs begin with. */
    static final String BLOBS = "blobs/";

    /** The folders whose next segment is the DID of the owner. */
    private static final Set<String> OWNED = Set.of("blobs", "document", "publication", "author");

    /** The standing by which an object is served; what nobody owns is shown. */
    Standing of(String key) {
        String[] segments = key.split("/", 3);
        if (segments.length < 2 || !OWNED.contains(segments[0])) {
            return Standing.SHOWN;
        }
        return segments.length < 3
                ? Standing.HIDDEN
                : owner(segments[1]).map(standings).orElse(Standing.HIDDEN);
    }

    private static Optional<Did> owner(String segment) {
        try {
            return Optional.of(Did.parse(segment));
        } catch (InvalidIdentifierException e) {
            return Optional.empty();
        }
    }
}
