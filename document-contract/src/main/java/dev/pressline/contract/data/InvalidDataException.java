package dev.pressline.contract.data;

/** A JSON value that the AT Protocol's data model does not have. Data, never infrastructure. */
public final class InvalidDataException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** Makes the failure; the message says what is wrong. */
    public InvalidDataException(String message) {
        super(message);
    }
}
