package dev.pressline.atproto.identity;

import dev.pressline.atproto.http.Answer;
import dev.pressline.atproto.http.GuardedHttp;
import dev.pressline.atproto.http.Limits;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Handle;
import dev.pressline.contract.identifier.InvalidIdentifierException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Resolves handles to DIDs, both ways: by DNS, else by the {@code .well-known} file, and then by
 * the handle that the DID's document claims. Blocks; thread-safe.
 *
 * @see <a href="https://atproto.com/specs/handle#handle-resolution">AT Protocol: handle
 *     resolution</a>
 */
public final class HandleResolver {

    private static final String TXT_PREFIX = "did=";
    private static final Set<String> NEVER_RESOLVED =
            Set.of(
                    "alt",
                    "arpa",
                    "example",
                    "internal",
                    "invalid",
                    "local",
                    "localhost",
                    "onion",
                    "test");

    private final GuardedHttp http;
    private final TxtRecords txt;
    private final DidResolver dids;

    /** Resolves through these. */
    public HandleResolver(GuardedHttp http, TxtRecords txt, DidResolver dids) {
        this.http = http;
        this.txt = txt;
        this.dids = dids;
    }

    /** The DID that a handle stands for, proven both ways. */
    public HandleResolution resolve(Handle handle) {
        if (NEVER_RESOLVED.contains(topLevel(handle))) {
            return new HandleResolution.NotProven("its top-level domain is never resolved");
        }
        Set<String> stated = stated(txt.of("_atproto." + handle));
        if (stated.size() > 1) {
            return new HandleResolution.NotProven("DNS names more than one DID");
        }
        return stated.isEmpty() ? wellKnown(handle) : proven(handle, stated.iterator().next());
    }

    /** The handle of an account for display: the one it claims, if that gives this DID. */
    public Optional<Handle> handleOf(DidDocument document) {
        return document.claimedHandle()
                .filter(
                        handle ->
                                resolve(handle) instanceof HandleResolution.Proven(Did did)
                                        && did.equals(document.did()));
    }

    private static String topLevel(Handle handle) {
        String text = handle.toString();
        return text.substring(text.lastIndexOf('.') + 1);
    }

    private static Set<String> stated(List<String> texts) {
        return texts.stream()
                .filter(text -> text.startsWith(TXT_PREFIX))
                .map(text -> text.substring(TXT_PREFIX.length()))
                .collect(Collectors.toSet());
    }

    private HandleResolution wellKnown(Handle handle) {
        String url = "https://" + handle + "/.well-known/atproto-did";
        return switch (http.get(url, Limits.WELL_KNOWN)) {
            case Answer.Answered(int status, String type, byte[] body) ->
                    status == 200
                            ? proven(handle, new String(body, StandardCharsets.UTF_8).strip())
                            : new HandleResolution.NotProven("status " + status);
            case Answer.Refused(String why) -> new HandleResolution.NotProven(why);
            case Answer.TooLarge large -> new HandleResolution.NotProven(large.why());
            case Answer.Unavailable(String why, Optional<Duration> after) ->
                    new HandleResolution.Unavailable(why, after);
        };
    }

    private HandleResolution proven(Handle handle, String text) {
        try {
            return claimed(handle, Did.parse(text));
        } catch (InvalidIdentifierException e) {
            return new HandleResolution.NotProven("it names no DID");
        }
    }

    private HandleResolution claimed(Handle handle, Did did) {
        return switch (dids.resolve(did)) {
            case Resolution.Resolved(DidDocument document) ->
                    document.claimedHandle().equals(Optional.of(handle))
                            ? new HandleResolution.Proven(did)
                            : new HandleResolution.NotProven("the DID does not claim the handle");
            case Resolution.NotThere(String why) -> new HandleResolution.NotProven(why);
            case Resolution.Unavailable(String why, Optional<Duration> after) ->
                    new HandleResolution.Unavailable(why, after);
        };
    }
}
