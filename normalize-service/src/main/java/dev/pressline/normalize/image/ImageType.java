package dev.pressline.normalize.image;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of images that are served: what browsers show, and what cannot carry script. */
public enum ImageType {
    JPEG("image/jpeg"),
    PNG("image/png"),
    GIF("image/gif"),
    WEBP("image/webp"),
    AVIF("image/avif");

    private final String mimeType;

    ImageType(String mimeType) {
        this.mimeType = mimeType;
    }

    /** Its media type. */
    public String mimeType() {
        return mimeType;
    }

    /** The kind of a media type; empty for every other. */
    public static Optional<ImageType> of(String mimeType) {
        return Arrays.stream(values()).filter(type -> type.mimeType.equals(mimeType)).findAny();
    }
}
