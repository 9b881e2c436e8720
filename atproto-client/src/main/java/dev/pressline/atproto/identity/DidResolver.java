package dev.pressline.atproto.identity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.atproto.http.Answer;
import dev.pressline.atproto.http.GuardedHttp;
import dev.pressline.atproto.http.Limits;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Handle;
import dev.pressline.contract.identifier.InvalidIdentifierException;
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
 * Resolves {@code did:plc} and {@code did:web} to DID documents; answers are kept for an hour,
 * failures for a minute. Thread-safe.
 *
 * @see <a href="https://atproto.com/specs/did">AT Protocol: DID</a>
 */
public final class DidResolver {

    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration FAILED = Duration.ofMinutes(1);
    private static final int MAX_CACHED = 20_000;

    private final GuardedHttp http;
    private final HttpUrl plc;
    private final Clock clock;
    private final boolean allowLoopback;
    private final Map<Did, Cached> cache =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Did, Cached> eldest) {
                    return size() > MAX_CACHED;
                }
            };

    private record Cached(Resolution resolution, Instant until) {}

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
        synchronized (cache) {
            Cached cached = cache.get(did);
            if (cached != null && clock.instant().isBefore(cached.until())) {
                return cached.resolution();
            }
        }
        Resolution resolution = fetch(did);
        Duration keep = resolution instanceof Resolution.Unavailable ? FAILED : FRESH;
        synchronized (cache) {
            cache.put(did, new Cached(resolution, clock.instant().plus(keep)));
        }
        return resolution;
    }

    /** Forgets what is known of a DID, because it may have changed. */
    public void forget(Did did) {
        synchronized (cache) {
            cache.remove(did);
        }
    }

    /**
     * The DID of a handle by its {@code .well-known} file, shown to be its own by its document;
     * empty if not.
     */
    public Optional<Did> resolve(Handle handle) {
        Answer answer =
                http.get("https://" + handle + "/.well-known/atproto-did", Limits.WELL_KNOWN);
        if (!(answer instanceof Answer.Answered answered) || !answered.isOk()) {
            return Optional.empty();
        }
        try {
            Did did =
                    Did.parse(
                            new String(answered.body(), java.nio.charset.StandardCharsets.UTF_8)
                                    .strip());
            return claims(did, handle) ? Optional.of(did) : Optional.empty();
        } catch (InvalidIdentifierException e) {
            return Optional.empty();
        }
    }

    private boolean claims(Did did, Handle handle) {
        return resolve(did) instanceof Resolution.Resolved(DidDocument document)
                && document.claimedHandle().equals(Optional.of(handle));
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

    private Optional<HttpUrl> webUrl(Did did) {
        String host = did.methodSpecificId().replace("%3A", ":");
        boolean local = allowLoopback && host.startsWith("localhost");
        boolean bare = host.indexOf(':') < 0 || local;
        return bare
                ? Optional.ofNullable(
                        HttpUrl.parse(
                                (local ? "http://" : "https://") + host + "/.well-known/did.json"))
                : Optional.empty();
    }

    private Resolution read(Did did, HttpUrl url) {
        return switch (http.get(url, Limits.DID_DOCUMENT)) {
            case Answer.Answered answered when answered.isOk() -> parse(did, answered.body());
            case Answer.Answered(int status, String type, byte[] body) ->
                    new Resolution.NotThere("status " + status);
            case Answer.Refused(String why) -> new Resolution.NotThere(why);
            case Answer.Unavailable(String why, Optional<Duration> after) ->
                    new Resolution.Unavailable(why, after);
        };
    }

    private static Resolution parse(Did did, byte[] body) {
        try {
            JsonNode json = ContractJson.mapper().readTree(body);
            Optional<DidDocument> document = DidDocument.parse(did, json);
            return document.isPresent()
                    ? new Resolution.Resolved(document.get())
                    : new Resolution.NotThere("the document is not that of " + did);
        } catch (IOException e) {
            return new Resolution.NotThere("the document is not JSON");
        }
    }
}
