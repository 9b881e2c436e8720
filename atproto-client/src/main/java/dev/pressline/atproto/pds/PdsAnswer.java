package dev.pressline.atproto.pds;

import java.time.Duration;
import java.util.Optional;

/** What a PDS answered. */
public sealed interface PdsAnswer<T> {

    /** What was asked for. */
    record Found<T>(T value) implements PdsAnswer<T> {}

    /** It does not have it, and says so. */
    record NotThere<T>(String why) implements PdsAnswer<T> {}

    /** What came is refused: too large, other bytes than the CID, a forbidden address. */
    record Refused<T>(String why) implements PdsAnswer<T> {}

    /** Nobody answers just now, or with garbage. */
    record Unavailable<T>(String why, Optional<Duration> retryAfter) implements PdsAnswer<T> {}
}
