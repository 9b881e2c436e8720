package dev.pressline.atproto.repo.car;

/**
 * How much of a CAR file is read. Immutable.
 *
 * @param bytes of the whole file
 * @param block of one section
 */
public record CarLimits(long bytes, int block) {

    private static final int LARGEST_BLOCK = 2 * 1024 * 1024;

    /** What a message of {@code subscribeRepos} may hold: 2,000,000 bytes. */
    public static final CarLimits MESSAGE = new CarLimits(2_000_000, LARGEST_BLOCK);

    /** What a proof of one record may hold: 4 MiB. */
    public static final CarLimits PROOF = new CarLimits(4L * 1024 * 1024, LARGEST_BLOCK);

    /** What a whole repository may hold: 1 GiB. */
    public static final CarLimits REPO = new CarLimits(1024L * 1024 * 1024, LARGEST_BLOCK);
}
