package dev.pressline.normalize.image;

/**
 * The one thing that is kept of Exif: how a picture is to be turned (Exif 3.0, tag 274). Stateless.
 */
final class Orientation {

    /** As it lies. */
    static final int UPRIGHT = 1;

    private static final int LAST = 8;
    private static final int TAG = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY = 12;

    private Orientation() {}

    /** The orientation in a TIFF structure; upright when it says none that can be read. */
    static int read(Bytes in, long tiff, long length) {
        boolean little = in.startsWith(tiff, "II*\0");
        if (!little && !in.startsWith(tiff, "MM\0*")) {
            return UPRIGHT;
        }
        long directory = tiff + (little ? in.uint32Little(tiff + 4) : in.uint32(tiff + 4));
        int entries = uint16(in, directory, little);
        for (int i = 0; i < entries; i++) {
            long entry = directory + 2 + (long) i * ENTRY;
            if (entry + ENTRY > tiff + length) {
                return UPRIGHT;
            }
            if (uint16(in, entry, little) == TAG && uint16(in, entry + 2, little) == SHORT) {
                return inRange(uint16(in, entry + 8, little));
            }
        }
        return UPRIGHT;
    }

    private static int uint16(Bytes in, long offset, boolean little) {
        return little ? in.uint16Little(offset) : in.uint16(offset);
    }

    private static int inRange(int value) {
        return value >= UPRIGHT && value <= LAST ? value : UPRIGHT;
    }

    /** The shortest TIFF structure that says an orientation, 26 bytes. */
    static byte[] tiff(int orientation) {
        byte[] tiff = new byte[26];
        tiff[0] = 'M';
        tiff[1] = 'M';
        tiff[3] = '*';
        tiff[7] = 8;
        tiff[9] = 1;
        tiff[10] = TAG >> 8;
        tiff[11] = TAG & 0xff;
        tiff[13] = SHORT;
        tiff[17] = 1;
        tiff[19] = (byte) orientation;
        return tiff;
    }
}
