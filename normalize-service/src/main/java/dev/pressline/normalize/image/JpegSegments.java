package dev.pressline.normalize.image;

/**
 * Whether the segments of which a JPEG picture consists have the inner form that their markers say
 * (ITU-T T.81, B.2), so that nothing else can pass as one. Stateless.
 */
final class JpegSegments {

    private static final int COMPONENT = 3;

    private JpegSegments() {}

    /** Whether the segment at an offset is sound; unknown ones never are. */
    static boolean isSound(Bytes in, long at) {
        int marker = in.uint8(at + 1);
        int length = in.uint16(at + 2);
        return switch (marker) {
            case 0xc4 -> isFilled(in, at, 17, JpegSegments::codes);
            case 0xdb -> isFilled(in, at, 65, JpegSegments::quantizers);
            case 0xcc -> length % 2 == 0;
            case 0xda -> length == 6 + 2 * in.uint8(at + 4) && in.uint8(at + 4) <= 4;
            case 0xdc, 0xdd -> length == 4;
            default ->
                    marker >= 0xc0
                            && marker <= 0xcf
                            && marker != 0xc8
                            && length == 8 + COMPONENT * in.uint8(at + 9);
        };
    }

    private interface Table {
        /** The length of the table at an offset. */
        int length(Bytes in, long at);
    }

    /** Whether tables, each of at least {@code least} bytes, fill a segment to its very end. */
    private static boolean isFilled(Bytes in, long segment, int least, Table table) {
        long end = segment + 2 + in.uint16(segment + 2);
        long at = segment + 4;
        while (at + least <= end) {
            at += table.length(in, at);
        }
        return at == end;
    }

    /** A Huffman table: its class and number, how many codes of each length, their values. */
    private static int codes(Bytes in, long at) {
        int length = 17;
        for (int i = 1; i <= 16; i++) {
            length += in.uint8(at + i);
        }
        return length;
    }

    /** A quantization table: its precision and number, 64 values. */
    private static int quantizers(Bytes in, long at) {
        return 1 + 64 * ((in.uint8(at) >> 4) + 1);
    }
}
