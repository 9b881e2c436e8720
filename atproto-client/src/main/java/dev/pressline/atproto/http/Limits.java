package dev.pressline.atproto.http;

import java.time.Duration;

/**
 * The bounds of one request.
 *
 * @param maxBytes the largest body, decompressed
 * @param total the longest time from start to end
 * @param idle the longest time without a byte
 */
public record Limits(long maxBytes, Duration total, Duration idle) {

    private static final Duration IDLE = Duration.ofSeconds(10);

    /** For DID documents: 64 KiB in 5 seconds. */
    public static final Limits DID_DOCUMENT = new Limits(64 * 1024, Duration.ofSeconds(5));

    /** For {@code .well-known} files: 2 KiB in 3 seconds. */
    public static final Limits WELL_KNOWN = new Limits(2 * 1024, Duration.ofSeconds(3));

    /** For descriptions of repositories, which hold a DID document: 1 MiB in 10 seconds. */
    public static final Limits DESCRIPTION = new Limits(1024 * 1024, Duration.ofSeconds(10));

    /** For pages of records: 32 MiB in 30 seconds. */
    public static final Limits RECORDS = new Limits(32L * 1024 * 1024, Duration.ofSeconds(30));

    /** For the proof of one record: 4 MiB in 30 seconds. */
    public static final Limits PROOF = new Limits(4L * 1024 * 1024, Duration.ofSeconds(30));

    /** Bounds with the usual longest time without a byte, 10 seconds. */
    public Limits(long maxBytes, Duration total) {
        this(maxBytes, total, IDLE);
    }

    /** For a whole repository: 15 minutes, 30 seconds without a byte. */
    public static Limits repository(long maxBytes) {
        return new Limits(maxBytes, Duration.ofMinutes(15), Duration.ofSeconds(30));
    }
}
