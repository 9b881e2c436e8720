package dev.pressline.ingest.archive;

/** A segment was written anew while it was read: it is to be read from its beginning. */
final class SegmentChangedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SegmentChangedException(String segment) {
        super(segment + " was written anew");
    }
}
