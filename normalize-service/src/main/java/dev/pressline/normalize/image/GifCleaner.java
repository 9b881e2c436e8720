package dev.pressline.normalize.image;

import static dev.pressline.normalize.image.MalformedImageException.require;

/**
 * Cleans a GIF (GIF89a): pictures, their colours and their timing are taken over, of the extensions
 * of applications only how often to repeat. Comments, texts and XMP are left out, and whatever
 * stands behind the end. Not thread-safe.
 */
final class GifCleaner {

    private static final int SCREEN = 13;
    private static final int DESCRIPTOR = 10;
    private static final int EXTENSION = 0x21;
    private static final int PICTURE = 0x2c;
    private static final int END = 0x3b;
    private static final int TIMING = 0xf9;
    private static final int APPLICATION = 0xff;
    private static final int APPLICATION_NAME = 11;

    private final Bytes in;
    private final Cut cut = new Cut();
    private int frames;

    GifCleaner(Bytes in) {
        this.in = in;
    }

    CleanCopy clean() throws MalformedImageException {
        long at = SCREEN + colours(in.uint8(SCREEN - 3));
        require(in.has(0, at), "it is cut off");
        cut.keep(0, at);
        while (in.uint8(at) != END) {
            at = block(at);
        }
        require(frames > 0, "there is no picture in it");
        cut.keep(at, 1);
        return new CleanCopy(cut.pieces(), Orientation.UPRIGHT, frames);
    }

    /** The bytes of the table of colours that a field of flags announces. */
    private static int colours(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    /** Takes over a block or not; returns the offset behind it. */
    private long block(long at) throws MalformedImageException {
        int kind = in.uint8(at);
        require(kind == EXTENSION || kind == PICTURE, "a block is unknown, or it is cut off");
        if (kind == EXTENSION) {
            long end = behind(at + 2);
            if (isOfThePicture(at, end)) {
                cut.keep(at, end - at);
            }
            return end;
        }
        frames++;
        long data = at + DESCRIPTOR + colours(in.uint8(at + DESCRIPTOR - 1));
        require(in.has(at, DESCRIPTOR), "it is cut off");
        long end = behind(data + 1);
        cut.keep(at, end - at);
        return end;
    }

    private boolean isOfThePicture(long at, long end) {
        int label = in.uint8(at + 1);
        if (label == TIMING) {
            return in.uint8(at + 2) == 4 && end == at + 8;
        }
        boolean repeats =
                in.startsWith(at + 3, "NETSCAPE2.0") || in.startsWith(at + 3, "ANIMEXTS1.0");
        return label == APPLICATION
                && in.uint8(at + 2) == APPLICATION_NAME
                && repeats
                && in.uint8(at + 14) == 3
                && end == at + 19;
    }

    /** The offset behind a run of sub-blocks. */
    private long behind(long from) throws MalformedImageException {
        long at = from;
        while (in.uint8(at) > 0) {
            at += in.uint8(at) + 1L;
        }
        require(in.uint8(at) == 0, "it is cut off");
        return at + 1;
    }
}
