package dev.pressline.atproto.repo;

/**
 * The failure to read or to believe what somebody says is a part of a repository. Data, never
 * infrastructure: the same bytes fail again.
 */
public final class InvalidRepoException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Fault fault;

    /** Why a part of a repository is not believed; a closed set. */
    public enum Fault {
        /** The bytes do not have the form that they must have. */
        MALFORMED,
        /** A block is not there, or is not what its CID says. */
        BLOCK_MISSING,
        /** More than is read. */
        TOO_LARGE,
        /** The signature is not that of the account. */
        SIGNATURE,
        /** Two statements contradict each other. */
        CONTRADICTION
    }

    /** Makes the failure; the message says what is wrong and where. */
    public InvalidRepoException(Fault fault, String message) {
        super(message);
        this.fault = fault;
    }

    /** Bytes that do not have the form that they must have. */
    public static InvalidRepoException malformed(String message) {
        return new InvalidRepoException(Fault.MALFORMED, message);
    }

    /** Why. */
    public Fault fault() {
        return fault;
    }
}
