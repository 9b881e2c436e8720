package dev.pressline.testing.faults.oracle;

/**
 * One thing that does not stand as it must. Immutable.
 *
 * @param kind what kind of fault that is
 * @param subject the record, key, feed or dead letter
 * @param detail what is wrong with it, in words
 */
public record Finding(Kind kind, String subject, String detail) {

    /** The kinds of fault. */
    public enum Kind {
        /** It is not there. */
        LOST,
        /** It is there and must not be. */
        EXTRA,
        /** It is there as it no longer must be. */
        STALE,
        /** It is there twice. */
        DOUBLED
    }

    @Override
    public String toString() {
        return kind + " " + subject + ": " + detail;
    }
}
