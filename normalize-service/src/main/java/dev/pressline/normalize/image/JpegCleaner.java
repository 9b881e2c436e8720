package dev.pressline.normalize.image;

import static dev.pressline.normalize.image.MalformedImageException.require;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Cleans a JPEG (ITU-T T.81): its tables, frames and scans are taken over as they are, of the
 * application segments only JFIF without thumbnail, colour profile and colour transform, of Exif
 * the orientation. What stands between segments or behind the picture is left out. Not thread-safe.
 */
final class JpegCleaner {

    private static final int ADOBE_LENGTH = 14;
    private static final int JFIF_LENGTH = 16;
    private static final int EXIF_HEADER = 10;

    private final Bytes in;
    private final Cut cut = new Cut();
    private int orientation = Orientation.UPRIGHT;
    private boolean scanned;

    JpegCleaner(Bytes in) {
        this.in = in;
    }

    CleanCopy clean() throws MalformedImageException {
        cut.keep(0, 2);
        long at = 2;
        while (!isEnd(at)) {
            at = segment(marker(at));
        }
        return new CleanCopy(cut.pieces(), orientation, 1);
    }

    /** The offset of the next marker, behind fill bytes and whatever else does not belong there. */
    private long marker(long from) {
        long at = in.nextMarker(from);
        while (in.uint8(at + 1) == 0 || in.uint8(at + 1) == 0xff) {
            at = in.nextMarker(at + 1);
        }
        return at;
    }

    /** Whether the picture ends at the next marker. */
    private boolean isEnd(long from) throws MalformedImageException {
        long at = marker(from);
        boolean ends = in.uint8(at + 1) == 0xd9;
        if (ends) {
            require(scanned, "there is no picture in it");
            cut.keep(at, 2);
        }
        return ends;
    }

    /** Takes over a segment or not; returns the offset behind it. */
    private long segment(long at) throws MalformedImageException {
        int marker = in.uint8(at + 1);
        if (isAlone(marker)) {
            return at + 2;
        }
        require(marker != 0xd8, "there is a picture within the picture");
        int length = in.uint16(at + 2);
        long end = at + 2 + length;
        require(length >= 2 && in.has(at + 2, length), "it is cut off");
        if (marker >= 0xe0 && marker <= 0xef) {
            application(marker, at, length);
        } else if (marker != 0xfe) {
            require(JpegSegments.isSound(in, at), "a segment is not what its marker says");
            cut.keep(at, length + 2L);
        }
        return marker == 0xda ? scan(end) : end;
    }

    /** Whether a marker has no segment. */
    private static boolean isAlone(int marker) {
        return marker == 0x01 || isRestart(marker);
    }

    private static boolean isRestart(int marker) {
        return marker >= 0xd0 && marker <= 0xd7;
    }

    private void application(int marker, long at, int length) throws MalformedImageException {
        long data = at + 4;
        if (marker == 0xe0 && in.startsWith(data, "JFIF\0") && length >= JFIF_LENGTH) {
            jfif(at, length);
        } else if (marker == 0xe1 && in.startsWith(data, "Exif\0")) {
            exif(at, length);
        } else if (marker == 0xe2 && in.startsWith(data, "ICC_PROFILE\0") && !scanned) {
            cut.keep(at, length + 2L);
        } else if (marker == 0xee && in.startsWith(data, "Adobe") && length == ADOBE_LENGTH) {
            cut.keep(at, length + 2L);
        }
    }

    /** JFIF without its thumbnail, which shows what was perhaps cut away. */
    private void jfif(long at, int length) throws MalformedImageException {
        if (length == JFIF_LENGTH && in.uint16(at + 16) == 0) {
            cut.keep(at, length + 2L);
        } else {
            cut.write(new byte[] {(byte) 0xff, (byte) 0xe0, 0, JFIF_LENGTH});
            cut.keep(at + 4, 12);
            cut.write(new byte[2]);
        }
    }

    private void exif(long at, int length) throws MalformedImageException {
        int said = Orientation.read(in, at + EXIF_HEADER, length - EXIF_HEADER + 2L);
        if (orientation == Orientation.UPRIGHT && said != Orientation.UPRIGHT) {
            orientation = said;
            byte[] tiff = Orientation.tiff(said);
            cut.write(
                    ByteBuffer.allocate(EXIF_HEADER + tiff.length)
                            .putShort((short) 0xffe1)
                            .putShort((short) (EXIF_HEADER - 2 + tiff.length))
                            .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                            .put(tiff)
                            .array());
        }
    }

    /** Takes over the coded data behind the header of a scan; returns the offset behind it. */
    private long scan(long from) throws MalformedImageException {
        scanned = true;
        long at = in.nextMarker(from);
        while (in.uint8(at + 1) == 0 || isRestart(in.uint8(at + 1))) {
            at = in.nextMarker(at + 2);
        }
        cut.keep(from, at - from);
        return at;
    }
}
