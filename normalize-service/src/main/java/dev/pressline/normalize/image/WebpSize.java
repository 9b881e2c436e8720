package dev.pressline.normalize.image;

import dev.pressline.normalize.image.ImageHeader.Dimensions;
import java.util.Optional;

/** Reads the size of a WebP (RFC 9649): extended, lossless or lossy, by its first chunk. */
final class WebpSize {

    private static final int FOURTEEN_BITS = 0x3fff;

    private WebpSize() {}

    static Optional<Dimensions> of(Bytes bytes) {
        if (bytes.startsWith(12, "VP8X")) {
            return ImageHeader.size(bytes.uint24Little(24) + 1L, bytes.uint24Little(27) + 1L);
        }
        if (bytes.startsWith(12, "VP8L")) {
            int low = bytes.uint16Little(21);
            int high = bytes.uint16Little(23);
            return low < 0 || high < 0
                    ? Optional.empty()
                    : ImageHeader.size(
                            (low & FOURTEEN_BITS) + 1L, (low >>> 14 | (high & 0xfff) << 2) + 1L);
        }
        if (bytes.startsWith(12, "VP8 ")) {
            int width = bytes.uint16Little(26);
            int height = bytes.uint16Little(28);
            return width < 0 || height < 0
                    ? Optional.empty()
                    : ImageHeader.size(width & FOURTEEN_BITS, height & FOURTEEN_BITS);
        }
        return Optional.empty();
    }
}
