package dev.pressline.render.http;

import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.InvalidIdentifierException;
import dev.pressline.kit.store.AccountStandings.Standing;
import java.util.Optional;
import java.util.function.Function;

/**
 * Decides whether a blob may be read, by the standing of its account. Thread-safe when {@code
 * standings} is.
 *
 * @param standings the standing of an account
 */
record BlobGate(Function<Did, Standing> standings) {

    /** What the keys of blobs begin with. */
    static final String BLOBS = "blobs/";

    /** The standing by which an object is served; everything but blobs is shown. */
    Standing of(String key) {
        return key.startsWith(BLOBS)
                ? owner(key).map(standings).orElse(Standing.HIDDEN)
                : Standing.SHOWN;
    }

    private static Optional<Did> owner(String key) {
        int end = key.indexOf('/', BLOBS.length());
        try {
            return end < 0
                    ? Optional.empty()
                    : Optional.of(Did.parse(key.substring(BLOBS.length(), end)));
        } catch (InvalidIdentifierException e) {
            return Optional.empty();
        }
    }
}
