package dev.pressline.atproto.identity;

import dev.pressline.contract.identifier.Did;
import java.time.Duration;
import java.util.Optional;

/** What became of looking up a handle. */
public sealed interface HandleResolution {

    /** The handle names this DID, and the DID's document claims the handle. */
    record Proven(Did did) implements HandleResolution {}

    /** The handle names no DID, or one that does not claim it. */
    record NotProven(String why) implements HandleResolution {}

    /** Nobody answers just now. */
    record Unavailable(String why, Optional<Duration> retryAfter) implements HandleResolution {}
}
