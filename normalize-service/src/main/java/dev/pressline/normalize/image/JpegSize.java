package dev.pressline.normalize.image;

import dev.pressline.normalize.image.ImageHeader.Dimensions;
import java.util.Optional;

/** Finds the frame header of a JPEG (ITU-T T.81, B.2.2) by walking its segments. */
final class JpegSize {

    private static final int MARKER = 0xff;
    private static final int START_OF_FRAME = 0xc0;
    private static final int LAST_START_OF_FRAME = 0xcf;
    private static final int START_OF_SCAN = 0xda;

    private JpegSize() {}

    static Optional<Dimensions> of(Bytes bytes) {
        long at = bytes.nextMarker(2);
        while (bytes.has(at, 2)) {
            int marker = bytes.uint8(at + 1);
            if (isFill(marker)) {
                at = bytes.nextMarker(at + 1);
                continue;
            }
            int length = bytes.uint16(at + 2);
            if (isFrame(marker)) {
                return ImageHeader.size(bytes.uint16(at + 7), bytes.uint16(at + 5));
            }
            if (marker == START_OF_SCAN || length < 2) {
                return Optional.empty();
            }
            at = bytes.nextMarker(at + 2 + length);
        }
        return Optional.empty();
    }

    /** Whether what follows a byte of ones makes it no marker, or one that stands alone. */
    private static boolean isFill(int marker) {
        return marker == 0 || marker == 0x01 || marker == MARKER;
    }

    /** SOF0 to SOF15 without the tables DHT (C4), JPG (C8) and DAC (CC) among them. */
    private static boolean isFrame(int marker) {
        return marker >= START_OF_FRAME
                && marker <= LAST_START_OF_FRAME
                && marker != 0xc4
                && marker != 0xc8
                && marker != 0xcc;
    }
}
