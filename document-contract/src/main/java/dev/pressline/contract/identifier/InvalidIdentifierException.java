package dev.pressline.contract.identifier;

/**
 * The failure to read an identifier: says which kind, what is wrong and where. Data, never
 * infrastructure.
 */
public final class InvalidIdentifierException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** Makes the failure of one value; {@code kind} is the field's term, such as {@code DID}. */
    public InvalidIdentifierException(String kind, String value, String problem) {
        super(kind + " " + problem + ": \"" + excerpt(value) + '"');
    }

    private static String excerpt(String value) {
        return value.length() <= 80 ? value : value.substring(0, 80) + "…";
    }
}
