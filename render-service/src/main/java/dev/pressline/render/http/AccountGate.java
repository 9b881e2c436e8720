package dev.pressline.render.http;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.InvalidIdentifierException;
import dev.pressline.kit.store.AccountStandings.Standing;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Decides whether what an account owns may be read, by the standing of the account: its blobs, and
 * its pages until the press has removed them. A standing is asked for every few seconds at most.
 * Thread-safe when {@code standings} is.
 */
final class AccountGate {

    /** What the keys of blobs begin with. */
    static final String BLOBS = "blobs/";

    /** The folders whose next segment is the DID of the owner. */
    private static final Set<String> OWNED = Set.of("blobs", "document", "publication", "author");

    private static final int REMEMBERED = 10_000;
    private static final Duration LATELY = Duration.ofSeconds(5);

    private final LoadingCache<Did, Standing> standings;

    /** A gate that learns standings from {@code standings}, by the clock {@code ticker}. */
    AccountGate(Function<Did, Standing> standings, Ticker ticker) {
        this.standings =
                Caffeine.newBuilder()
                        .maximumSize(REMEMBERED)
                        .expireAfterWrite(LATELY)
                        .ticker(ticker)
                        .build(standings::apply);
    }

    /** The standing by which an object is served; what nobody owns is shown. */
    Standing of(String key) {
        String[] segments = key.split("/", 3);
        if (segments.length < 2 || !OWNED.contains(segments[0])) {
            return Standing.SHOWN;
        }
        return segments.length < 3
                ? Standing.HIDDEN
                : owner(segments[1]).map(standings::get).orElse(Standing.HIDDEN);
    }

    private static Optional<Did> owner(String segment) {
        try {
            return Optional.of(Did.parse(segment));
        } catch (InvalidIdentifierException e) {
            return Optional.empty();
        }
    }
}
