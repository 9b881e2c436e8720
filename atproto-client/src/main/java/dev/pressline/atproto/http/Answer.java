package dev.pressline.atproto.http;

import java.time.Duration;
import java.util.Optional;

/** What became of a guarded request. */
public sealed interface Answer {

    /** The other side answered with a body within the limits; any status but 429, 408 and 5xx. */
    record Answered(int status, String contentType, byte[] body) implements Answer {

        /** Whether the status is 200. */
        public boolean isOk() {
            return status == 200;
        }
    }

    /**
     * The request can never succeed as it is: a forbidden address, a bad URL, too large a body, too
     * many redirects.
     */
    record Refused(String why) implements Answer {}

    /** Nobody answers just now: time-out, refused connection, 429, 5xx, or the host is parked. */
    record Unavailable(String why, Optional<Duration> retryAfter) implements Answer {}
}
