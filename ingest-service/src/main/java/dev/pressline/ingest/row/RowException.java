package dev.pressline.ingest.row;

/** Carries a rejection out of the depths of the parser; never leaves the package. */
final class RowException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Row.Rejected rejected;

    RowException(RejectionReason reason, String field, String message) {
        super(message, null, false, false);
        this.rejected = new Row.Rejected(reason, field, message);
    }

    Row.Rejected rejected() {
        return rejected;
    }
}
