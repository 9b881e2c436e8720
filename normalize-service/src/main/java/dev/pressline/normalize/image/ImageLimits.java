package dev.pressline.normalize.image;

import dev.pressline.normalize.image.ImageHeader.Dimensions;
import java.util.Optional;

/**
 * How much a picture may ask of those who decode it, judged by its header alone. Immutable.
 *
 * @param jpegPixels the most pixels of a JPEG, as large cameras make them
 * @param pixels the most pixels of any other picture; those are made by people, and pack far
 *     smaller
 * @param animationPixels the most pixels of all frames of an animation together
 */
public record ImageLimits(long jpegPixels, long pixels, long animationPixels) {

    /** What no honest picture of a web page reaches. */
    public static final ImageLimits DEFAULT =
            new ImageLimits(200_000_000L, 64_000_000L, 4_000_000_000L);

    /** Why a picture asks too much, or empty. */
    Optional<String> breach(ImageType type, Dimensions size, int frames) {
        long area = (long) size.width() * size.height();
        if (area > (type == ImageType.JPEG ? jpegPixels : pixels)) {
            return Optional.of("it has too many pixels: " + size.width() + " x " + size.height());
        }
        return area * frames > animationPixels
                ? Optional.of("it has too many frames: " + frames)
                : Optional.empty();
    }
}
