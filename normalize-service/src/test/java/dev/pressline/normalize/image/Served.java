package dev.pressline.normalize.image;

import java.util.Arrays;
import java.util.List;

/** What readers would get. */
final class Served {

    private Served() {}

    static Serving serving(byte[] original) {
        return Serving.of(Bytes.of(original), ImageLimits.DEFAULT);
    }

    /** The bytes of the picture; fails when it is none. */
    static byte[] bytes(byte[] original) {
        return copy(original, ((Serving.AsPicture) serving(original)).pieces());
    }

    static byte[] copy(byte[] original, List<Piece> pieces) {
        return MetadataSamples.join(
                pieces.stream().map(piece -> bytes(original, piece)).toArray(byte[][]::new));
    }

    private static byte[] bytes(byte[] original, Piece piece) {
        return switch (piece) {
            case Piece.Kept(long from, long length) ->
                    Arrays.copyOfRange(original, (int) from, (int) (from + length));
            case Piece.Blank(long length) -> new byte[(int) length];
            case Piece.Written(byte[] bytes) -> bytes;
        };
    }
}
