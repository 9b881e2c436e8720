package dev.pressline.testing.benchmarks.contend;

/** A contender did not make what it should have; its figures are worth nothing. */
public final class WrongResultException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says what is wrong. */
    public WrongResultException(String message) {
        super(message);
    }
}
