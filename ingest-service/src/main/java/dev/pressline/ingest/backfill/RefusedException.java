package dev.pressline.ingest.backfill;

/** Something that cannot be read as it is: no such account, no PDS, not active, too large. */
final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
        super(message);
    }
}
