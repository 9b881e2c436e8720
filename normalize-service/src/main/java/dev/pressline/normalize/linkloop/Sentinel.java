package dev.pressline.normalize.linkloop;

/** The destination of a link whose real one is lost: one private character no record may hold. */
final class Sentinel {

    /** The destination. */
    static final String DESTINATION = "\uE000";

    /** What closes a link with it. */
    static final String CLOSING = "](" + DESTINATION + ")";

    private Sentinel() {}
}
