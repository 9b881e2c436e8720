package dev.pressline.normalize.image;

/** A part of a clean copy. */
public sealed interface Piece {

    /** The number of its bytes. */
    long length();

    /**
     * Bytes of the original as they are.
     *
     * @param from the offset of the first
     */
    record Kept(long from, long length) implements Piece {}

    /** So many bytes of zero. */
    record Blank(long length) implements Piece {}

    /** Bytes of our own; the array must not change. */
    record Written(byte[] bytes) implements Piece {
        @Override
        public long length() {
            return bytes.length;
        }
    }
}
