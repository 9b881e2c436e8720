package dev.pressline.ingest.backfill;

/** A repository that cannot be read as it is: no such account, no PDS, not active. */
final class RefusedRepoException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RefusedRepoException(String message) {
        super(message);
    }
}
