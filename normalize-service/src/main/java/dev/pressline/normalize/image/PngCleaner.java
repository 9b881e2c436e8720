package dev.pressline.normalize.image;

import static dev.pressline.normalize.image.MalformedImageException.require;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Cleans a PNG (third edition, also animated): the chunks that make the picture are taken over when
 * their checksum is right, of Exif the orientation, nothing else. Not thread-safe.
 */
final class PngCleaner {

    private static final int SIGNATURE = 8;
    private static final int AROUND = 12;

    /** What decides how the pixels look, and nothing that says more than that. */
    private static final Set<String> PICTURE =
            Set.of(
                    "IHDR", "PLTE", "IDAT", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP",
                    "mDCV", "cLLI", "bKGD", "hIST", "pHYs", "acTL", "fcTL", "fdAT");

    private final Bytes in;
    private final Cut cut = new Cut();
    private int orientation = Orientation.UPRIGHT;
    private int frames;

    PngCleaner(Bytes in) {
        this.in = in;
    }

    CleanCopy clean() throws MalformedImageException {
        cut.keep(0, SIGNATURE);
        long at = SIGNATURE;
        require(in.startsWith(at + 4, "IHDR"), "it does not begin with its header");
        while (!in.startsWith(at + 4, "IEND")) {
            at = chunk(at);
        }
        require(in.uint32(at) == 0 && isSound(at, 0), "its end is mangled");
        cut.keep(at, AROUND);
        return new CleanCopy(cut.pieces(), orientation, Math.max(frames, 1));
    }

    /** Takes over a chunk or not; returns the offset behind it. */
    private long chunk(long at) throws MalformedImageException {
        long length = in.uint32(at);
        String type = in.text(at + 4, 4);
        require(length >= 0 && in.has(at, length + AROUND), "it is cut off");
        if (PICTURE.contains(type)) {
            require(isSound(at, length), "a checksum is wrong");
            cut.keep(at, length + AROUND);
            frames += type.equals("fcTL") ? 1 : 0;
        } else if (type.equals("eXIf")) {
            exif(at, length);
        } else {
            require(Character.isLowerCase(type.charAt(0)), "a chunk it needs is unknown");
        }
        return at + length + AROUND;
    }

    private boolean isSound(long at, long length) {
        return in.crc32(at + 4, length + 4) == in.uint32(at + 8 + length);
    }

    private void exif(long at, long length) throws MalformedImageException {
        int said = Orientation.read(in, at + 8, length);
        if (orientation == Orientation.UPRIGHT && said != Orientation.UPRIGHT) {
            orientation = said;
            cut.write(chunk("eXIf", Orientation.tiff(said)));
        }
    }

    private static byte[] chunk(String type, byte[] data) {
        ByteBuffer chunk = ByteBuffer.allocate(data.length + AROUND);
        chunk.putInt(data.length).put(type.getBytes(StandardCharsets.US_ASCII)).put(data);
        CRC32 crc = new CRC32();
        crc.update(chunk.array(), 4, data.length + 4);
        return chunk.putInt((int) crc.getValue()).array();
    }
}
