package dev.pressline.normalize.image;

import static dev.pressline.normalize.image.MalformedImageException.require;

import dev.pressline.normalize.image.Piece.Kept;
import java.util.ArrayList;
import java.util.List;

/** A clean copy while it is put together, piece by piece, in order. Not thread-safe. */
final class Cut {

    /** More than any picture needs; it bounds the memory that a hostile one takes. */
    private static final int MOST_PIECES = 20_000;

    private final List<Piece> pieces = new ArrayList<>();

    /** Takes over bytes of the original. */
    void keep(long from, long length) throws MalformedImageException {
        if (length == 0) {
            return;
        }
        if (!pieces.isEmpty()
                && pieces.getLast() instanceof Kept last
                && last.from() + last.length() == from) {
            pieces.set(pieces.size() - 1, new Kept(last.from(), last.length() + length));
        } else {
            add(new Kept(from, length));
        }
    }

    /** Writes bytes of our own. */
    void write(byte[] bytes) throws MalformedImageException {
        add(new Piece.Written(bytes));
    }

    /** Writes zeros. */
    void blank(long length) throws MalformedImageException {
        if (length > 0) {
            add(new Piece.Blank(length));
        }
    }

    private void add(Piece piece) throws MalformedImageException {
        require(pieces.size() < MOST_PIECES, "it is in too many parts");
        pieces.add(piece);
    }

    /** The number of bytes so far. */
    long length() {
        return pieces.stream().mapToLong(Piece::length).sum();
    }

    List<Piece> pieces() {
        return List.copyOf(pieces);
    }
}
