package dev.pressline.contract.serde;

/** A value that is not what its topic carries. Data, never infrastructure. */
public final class UnreadableValueException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** Makes the failure; the message says what is wrong, without the value itself. */
    public UnreadableValueException(String message) {
        super(message);
    }
}
