package dev.pressline.normalize.image;

import dev.pressline.normalize.image.ImageHeader.Dimensions;
import java.util.List;
import java.util.Optional;

/**
 * Which narrower copies a picture gets: a pure function of its header, so that it never depends on
 * when they were made. Stateless.
 */
public final class VariantPlan {

    /** The widths of copies in pixels: a phone, a phone of twice the density, a wide column. */
    private static final List<Integer> WIDTHS = List.of(480, 960, 1600);

    /** The most pixels of a picture that is decoded for copies; what is larger stays as it is. */
    private static final long MOST_PIXELS = 24_000_000;

    /** The most pixels that are in memory at a time. */
    private static final double AT_A_TIME = 6_000_000;

    private VariantPlan() {}

    /**
     * The widths in pixels, rising, each less than the picture's own; none for what is small, is
     * animated, or has no decoder in Java.
     */
    public static List<Integer> widths(String mimeType, Dimensions size) {
        Optional<ImageType> type = ImageType.of(mimeType);
        boolean decoded = type.isPresent() && isDecoded(type.get()) && area(size) <= MOST_PIXELS;
        int least = every(size);
        return decoded
                ? WIDTHS.stream()
                        .filter(width -> width < size.width() && width <= size.width() / least)
                        .toList()
                : List.of();
    }

    /** Of how many pixels in a row, and of how many rows, one is decoded: 1 or more. */
    public static int every(Dimensions size) {
        return Math.max(1, (int) Math.ceil(Math.sqrt(area(size) / AT_A_TIME)));
    }

    private static long area(Dimensions size) {
        return (long) size.width() * size.height();
    }

    private static boolean isDecoded(ImageType type) {
        return switch (type) {
            case JPEG, PNG, WEBP -> true;
            case GIF, AVIF -> false;
        };
    }
}
