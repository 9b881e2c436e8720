package dev.pressline.normalize.image;

import java.util.List;

/**
 * An image without what cameras and editors wrote into it, as parts of the original: no pixel is
 * decoded, and none changes. Orientation and colour profile stay. Immutable.
 *
 * @param pieces its bytes, in order
 * @param orientation how it is to be turned to be looked at, 1 to 8 as in Exif
 * @param frames how many pictures it holds one after another, at least 1
 */
record CleanCopy(List<Piece> pieces, int orientation, int frames) {

    private static final int FIRST_TURNED_BY_A_QUARTER = 5;

    /** The copy of an image of a kind that can be cleaned. */
    static CleanCopy of(ImageType type, Bytes in) throws MalformedImageException {
        return switch (type) {
            case JPEG -> new JpegCleaner(in).clean();
            case PNG -> new PngCleaner(in).clean();
            case GIF -> new GifCleaner(in).clean();
            case WEBP -> new WebpCleaner(in).clean();
            case AVIF -> new AvifCleaner(in).clean();
        };
    }

    /** Whether width and height change places when it is looked at. */
    boolean isOnItsSide() {
        return orientation >= FIRST_TURNED_BY_A_QUARTER;
    }

    /** Whether it is the original itself. */
    boolean isWhole(long length) {
        return pieces.size() == 1
                && pieces.getFirst() instanceof Piece.Kept kept
                && kept.from() == 0
                && kept.length() == length;
    }
}
