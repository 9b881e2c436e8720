package dev.pressline.normalize.image;

import static dev.pressline.normalize.image.MalformedImageException.require;

/** Reads the fields of a box one after another, never behind its end. Not thread-safe. */
final class BoxReader {

    private final Bytes in;
    private final long end;
    private long at;

    /** Reads a box whose content begins with a version and flags. */
    BoxReader(Bytes in, Box box) {
        this.in = in;
        this.at = box.data();
        this.end = box.end();
    }

    /** A number of 0, 1, 2, 4 or 8 bytes; of eight only what fits into 62 bits. */
    long number(int bytes) throws MalformedImageException {
        require(at + bytes <= end, "a box ends before its content");
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            require(value >> 54 == 0, "a number is too large");
            value = value << 8 | in.uint8(at + i);
        }
        at += bytes;
        return value;
    }

    int small(int bytes) throws MalformedImageException {
        return (int) number(bytes);
    }

    String text(int bytes) throws MalformedImageException {
        require(at + bytes <= end, "a box ends before its content");
        String text = in.text(at, bytes);
        at += bytes;
        return text;
    }
}
