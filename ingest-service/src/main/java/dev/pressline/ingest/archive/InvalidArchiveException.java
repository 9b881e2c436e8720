package dev.pressline.ingest.archive;

/** Bytes of an archive that are not what its format says. */
public final class InvalidArchiveException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says what is wrong. */
    public InvalidArchiveException(String message) {
        super(message);
    }
}
