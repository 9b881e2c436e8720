package dev.pressline.contract.event;

/** An event whose key or headers cannot be read: names the header. Data, never infrastructure. */
public final class InvalidEnvelopeException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String header;

    /** Makes the failure of one header. */
    public InvalidEnvelopeException(String header, String problem) {
        super("header " + header + ": " + problem);
        this.header = header;
    }

    /** The header at fault, or {@code key}. */
    public String header() {
        return header;
    }
}
