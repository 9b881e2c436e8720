package dev.pressline.atproto.http;

import java.time.Duration;
import java.util.Optional;

/** What became of a guarded request. */
public sealed interface Answer {

    /**
     * The other side answered within the limits, with any status but 408, 429 and 5xx; 501 is one.
     *
     * @param status the HTTP status
     * @param contentType the media type it claims, empty when it claims none
     * @param body the body, decompressed; empty when it went to a sink
     */
    record Answered(int status, String contentType, byte[] body) implements Answer {

        /** Whether the status is 200. */
        public boolean isOk() {
            return status == 200;
        }
    }

    /** The request can never succeed: a forbidden address, a bad URL, too many redirects. */
    record Refused(String why) implements Answer {}

    /**
     * The body is larger than the limit.
     *
     * @param maxBytes the limit
     */
    record TooLarge(long maxBytes) implements Answer {

        /** The same in words. */
        public String why() {
            return "larger than " + maxBytes + " bytes";
        }
    }

    /** Nobody answers just now: time-out, refused connection, 429, 5xx, or the host is parked. */
    record Unavailable(String why, Optional<Duration> retryAfter) implements Answer {}
}
