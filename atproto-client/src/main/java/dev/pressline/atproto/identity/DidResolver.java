package dev.pressline.atproto.identity;

import dev.pressline.atproto.http.Answer;
import dev.pressline.atproto.http.GuardedHttp;
import dev.pressline.atproto.http.Limits;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.serde.ContractJson;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * Resolves {@code did:plc} and {@code did:web} to DID documents. An answer is fresh for an hour; a
 * document is used for up to a day while nobody answers. Without one the next question may be asked
 * as soon as the host may be. Thread-safe.
 *
 * @see <a href="https://atproto.com/specs/did">AT Protocol: DID</a>
 */
public final class DidResolver {

    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration USABLE = Duration.ofHours(24);
    private static final Duration FAILED = Duration.ofMinutes(1);
    private static final Duration NOTHING_KNOWN = Duration.ofSeconds(2);
    private static final int MAX_CACHED = 20_000;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;

    private final GuardedHttp http;
    private final HttpUrl plc;
    private final Clock clock;
    private final boolean allowLoopback;
    private final Map<Did, Known> cache =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Did, Known> eldest) {
                    return size() > MAX_CACHED;
                }
            };

    /** What was learnt of a DID, when, and until when nobody need ask again. */
    private record Known(Resolution resolution, Instant learnt, Instant askAgain) {}

    /**
     * Resolves through a PLC directory at {@code plcUrl}; {@code allowLoopback} admits did:web of
     * this machine.
     */
    public DidResolver(GuardedHttp http, String plcUrl, boolean allowLoopback, Clock clock) {
        this.http = http;
        this.plc = HttpUrl.get(plcUrl);
        this.allowLoopback = allowLoopback;
        this.clock = clock;
    }

    /** The document of a DID, from the cache while it is fresh. */
    public Resolution resolve(Did did) {
        Optional<Known> known = known(did);
        Instant now = clock.instant();
        if (known.isPresent() && now.isBefore(known.get().askAgain())) {
            return known.get().resolution();
        }
        return remember(did, known, fetch(did));
    }

    /** Forgets what is known of a DID, because it may have changed. */
    public void forget(Did did) {
        synchronized (cache) {
            cache.remove(did);
        }
    }

    private Optional<Known> known(Did did) {
        synchronized (cache) {
            return Optional.ofNullable(cache.get(did));
        }
    }

    private Resolution remember(Did did, Optional<Known> before, Resolution now) {
        Known known =
                switch (now) {
                    case Resolution.Resolved resolved -> learnt(resolved);
                    case Resolution.NotThere notThere -> learnt(notThere);
                    case Resolution.Unavailable down ->
                            before.filter(this::isUsable)
                                    .map(k -> new Known(k.resolution(), k.learnt(), in(FAILED)))
                                    .orElse(nothingKnown(down));
                };
        synchronized (cache) {
            cache.put(did, known);
        }
        return known.resolution();
    }

    private Known nothingKnown(Resolution.Unavailable down) {
        return new Known(down, clock.instant(), in(down.retryAfter().orElse(NOTHING_KNOWN)));
    }

    private Known learnt(Resolution resolution) {
        return new Known(resolution, clock.instant(), in(FRESH));
    }

    private boolean isUsable(Known known) {
        return known.resolution() instanceof Resolution.Resolved
                && clock.instant().isBefore(known.learnt().plus(USABLE));
    }

    private Instant in(Duration duration) {
        return clock.instant().plus(duration);
    }

    private Resolution fetch(Did did) {
        return switch (did.method()) {
            case "plc" -> read(did, plc.newBuilder().addPathSegment(did.value()).build());
            case "web" ->
                    webUrl(did)
                            .map(url -> read(did, url))
                            .orElse(new Resolution.NotThere("not a host name"));
            default -> new Resolution.NotThere("the method " + did.method() + " is not supported");
        };
    }

    /** A bare host name, and a port only on this machine. */
    private Optional<HttpUrl> webUrl(Did did) {
        String host = did.methodSpecificId().replace("%3A", ":");
        boolean local =
                allowLoopback && (host.equals("localhost") || host.startsWith("localhost:"));
        if (!local && host.indexOf(':') >= 0) {
            return Optional.empty();
        }
        String scheme = local ? "http://" : "https://";
        return Optional.ofNullable(HttpUrl.parse(scheme + host + "/.well-known/did.json"));
    }

    private Resolution read(Did did, HttpUrl url) {
        return switch (http.get(url, Limits.DID_DOCUMENT)) {
            case Answer.Answered(int status, String type, byte[] body) -> parse(did, status, body);
            case Answer.Refused(String why) -> new Resolution.NotThere(why);
            case Answer.TooLarge large -> new Resolution.NotThere(large.why());
            case Answer.Unavailable(String why, Optional<Duration> after) ->
                    new Resolution.Unavailable(why, after);
        };
    }

    private static Resolution parse(Did did, int status, byte[] body) {
        if (status == NOT_FOUND || status == GONE) {
            return new Resolution.NotThere("status " + status);
        }
        if (status != 200) {
            return new Resolution.Unavailable("status " + status, Optional.empty());
        }
        try {
            return DidDocument.parse(did, ContractJson.mapper().readTree(body))
                    .<Resolution>map(Resolution.Resolved::new)
                    .orElse(new Resolution.NotThere("the document is not that of " + did));
        } catch (IOException e) {
            return new Resolution.NotThere("the document is not JSON");
        }
    }
}
