package dev.pressline.atproto.pds;

import java.time.Duration;
import java.util.Optional;

/** What a PDS answered. */
public sealed interface PdsAnswer<T> {

    /** What was asked for. */
    record Found<T>(T value) implements PdsAnswer<T> {}

    /**
     * It does not give it, and says so.
     *
     * @param status the HTTP status
     * @param error the name of the error, empty where it has none
     */
    record NotThere<T>(int status, String error) implements PdsAnswer<T> {

        /** The same in words. */
        public String why() {
            return error.isEmpty() ? "status " + status : status + " " + error;
        }

        /** Whether the whole repository is what it does not give: not there, or not active. */
        public boolean isOfRepository() {
            return error.startsWith("Repo");
        }
    }

    /** What came is refused: too large, other bytes than the CID, a forbidden address. */
    record Refused<T>(String why) implements PdsAnswer<T> {}

    /** Nobody answers just now, or with garbage. */
    record Unavailable<T>(String why, Optional<Duration> retryAfter) implements PdsAnswer<T> {}
}
