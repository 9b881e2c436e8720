package dev.pressline.atproto.http;

import java.time.Duration;

/**
 * The bounds of one request.
 *
 * @param maxBytes the largest body, decompressed
 * @param total the longest time from start to end
 */
public record Limits(long maxBytes, Duration total) {

    /** For DID documents: 64 KiB in 5 seconds. */
    public static final Limits DID_DOCUMENT = new Limits(64 * 1024, Duration.ofSeconds(5));

    /** For {@code .well-known} files: 2 KiB in 3 seconds. */
    public static final Limits WELL_KNOWN = new Limits(2 * 1024, Duration.ofSeconds(3));

    /** For descriptions of repositories, which hold a DID document: 1 MiB in 10 seconds. */
    public static final Limits DESCRIPTION = new Limits(1024 * 1024, Duration.ofSeconds(10));

    /** For pages of records: 32 MiB in 30 seconds. */
    public static final Limits RECORDS = new Limits(32L * 1024 * 1024, Duration.ofSeconds(30));
}
