package dev.pressline.normalize.image;

import dev.pressline.normalize.image.ImageHeader.Dimensions;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How a blob may be served, whatever its record claims. */
public sealed interface Serving {

    /**
     * As a picture.
     *
     * @param type its kind
     * @param size width and height as it is looked at
     * @param orientation how its pixels are to be turned for that, 1 to 8 as in Exif
     * @param pieces its bytes without metadata
     * @param whole whether these are the original's
     */
    record AsPicture(
            ImageType type, Dimensions size, int orientation, List<Piece> pieces, boolean whole)
            implements Serving {}

    /** As a file to be saved, never shown: its kind cannot harm then. */
    record AsDownload(String mimeType) implements Serving {}

    /** Not at all. */
    record Never(String mimeType, String why) implements Serving {}

    /** Kinds that may say where and by whom they were taken, and that nobody here can clean. */
    Set<String> UNCLEANABLE = Set.of("image/heic", "image/tiff", "image/jxl", "video/mp4");

    /**
     * Judges a blob by its bytes. Never fails, however mangled they are; linear in their length.
     */
    static Serving of(Bytes in, ImageLimits limits) {
        ImageHeader header = ImageHeader.of(in);
        Optional<ImageType> type = ImageType.of(header.mimeType());
        if (type.isEmpty()) {
            return UNCLEANABLE.contains(header.mimeType())
                    ? new Never(header.mimeType(), "it may hold metadata that cannot be removed")
                    : new AsDownload(header.mimeType());
        }
        if (header.dimensions().isEmpty()) {
            return new Never(header.mimeType(), "its size cannot be read");
        }
        return picture(in, type.get(), header.dimensions().get(), limits);
    }

    private static Serving picture(Bytes in, ImageType type, Dimensions size, ImageLimits limits) {
        try {
            CleanCopy copy = CleanCopy.of(type, in);
            Dimensions shown =
                    copy.isOnItsSide() ? new Dimensions(size.height(), size.width()) : size;
            return limits.breach(type, size, copy.frames())
                    .<Serving>map(why -> new Never(type.mimeType(), why))
                    .orElseGet(
                            () ->
                                    new AsPicture(
                                            type,
                                            shown,
                                            copy.orientation(),
                                            copy.pieces(),
                                            copy.isWhole(in.length())));
        } catch (MalformedImageException e) {
            return new Never(type.mimeType(), String.valueOf(e.getMessage()));
        }
    }
}
