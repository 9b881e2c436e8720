package dev.pressline.normalize.blob;

import dev.pressline.normalize.blob.ImageHeader.Dimensions;
import java.util.Optional;

/** Finds the frame header of a JPEG (ITU-T T.81, B.2.2) by walking its segments. */
final class JpegSize {

    private static final int MARKER = 0xff;
    private static final int START_OF_FRAME = 0xc0;
    private static final int LAST_START_OF_FRAME = 0xcf;
    private static final int START_OF_SCAN = 0xda;

    private JpegSize() {}

    static Optional<Dimensions> of(Bytes bytes) {
        int at = 2;
        while (at < bytes.length() && bytes.uint8(at) == MARKER) {
            int marker = bytes.uint8(at + 1);
            int length = bytes.uint16(at + 2);
            if (isFrame(marker)) {
                return ImageHeader.size(bytes.uint16(at + 7), bytes.uint16(at + 5));
            }
            if (marker == START_OF_SCAN || length < 2) {
                return Optional.empty();
            }
            at += 2 + length;
        }
        return Optional.empty();
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
