package dev.pressline.atproto.identity;

import java.time.Duration;
import java.util.Optional;

/** What became of looking up a DID. */
public sealed interface Resolution {

    /** It has a document. */
    record Resolved(DidDocument document) implements Resolution {}

    /** There is none, or none that is valid: unknown method, 404, 410, another id. */
    record NotThere(String why) implements Resolution {}

    /** Nobody answers just now; never a reason to delete anything. */
    record Unavailable(String why, Optional<Duration> retryAfter) implements Resolution {}
}
