package dev.pressline.normalize.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Pictures into which a camera and an editor have written, wherever their formats allow it. */
public final class MetadataSamples {

    /** What stands in every piece of metadata, and must never be served. */
    public static final String SECRET = "48.85837N 2.29448E";

    private MetadataSamples() {}

    static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** A TIFF structure that says an orientation and where a picture was taken. */
    static byte[] tiff(int orientation) {
        return ByteBuffer.allocate(38 + SECRET.length())
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(latin1("II*\0"))
                .putInt(8)
                .putShort((short) 2)
                .putShort((short) 0x010e)
                .putShort((short) 2)
                .putInt(SECRET.length())
                .putInt(38)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putInt(orientation)
                .putInt(0)
                .put(latin1(SECRET))
                .array();
    }

    /** A JPEG with Exif, XMP, IPTC, a comment, a thumbnail, and something behind its end. */
    public static byte[] jpeg(byte[] plain, int orientation) {
        return join(
                Arrays.copyOf(plain, 2),
                segment(0xe1, join(latin1("Exif\0\0"), tiff(orientation))),
                segment(0xe1, latin1("http://ns.adobe.com/xap/1.0/\0<x>" + SECRET + "</x>")),
                segment(0xed, latin1("Photoshop 3.0\0" + SECRET)),
                segment(0xe2, latin1("MPF\0" + SECRET)),
                segment(0xe0, latin1("JFXX\0" + SECRET)),
                segment(0xfe, latin1(SECRET)),
                Arrays.copyOfRange(plain, 2, plain.length),
                latin1(SECRET));
    }

    static byte[] segment(int marker, byte[] data) {
        int length = data.length + 2;
        return join(
                new byte[] {(byte) 0xff, (byte) marker, (byte) (length >> 8), (byte) length}, data);
    }

    /** A PNG with Exif, texts, a time, and something behind its end. */
    public static byte[] png(byte[] plain, int orientation) {
        int end = plain.length - 12;
        return join(
                Arrays.copyOf(plain, 33),
                chunk("eXIf", tiff(orientation)),
                chunk("tEXt", latin1("Comment\0" + SECRET)),
                chunk("iTXt", latin1("XML:com.adobe.xmp\0\0\0\0\0" + SECRET)),
                Arrays.copyOfRange(plain, 33, end),
                chunk("tIME", new byte[] {7, (byte) 234, 1, 2, 3, 4, 5}),
                chunk("prVt", latin1(SECRET)),
                Arrays.copyOfRange(plain, end, plain.length),
                latin1(SECRET));
    }

    /** A PNG whose checksums are right and whose data is this. */
    public static byte[] pngWithData(byte[] plain, byte[] data) {
        return join(Arrays.copyOf(plain, 33), chunk("IDAT", data), chunk("IEND", new byte[0]));
    }

    static byte[] chunk(String type, byte[] data) {
        byte[] body = join(latin1(type), data);
        CRC32 crc = new CRC32();
        crc.update(body);
        return join(int32(data.length), body, int32((int) crc.getValue()));
    }

    private static byte[] int32(int value) {
        return ByteBuffer.allocate(4).putInt(value).array();
    }

    /** A GIF with a comment, XMP, and something behind its end. */
    public static byte[] gif(byte[] plain) {
        int end = plain.length - 1;
        byte[] secret = join(new byte[] {(byte) SECRET.length()}, latin1(SECRET), new byte[1]);
        return join(
                Arrays.copyOf(plain, end),
                new byte[] {0x21, (byte) 0xfe},
                secret,
                new byte[] {0x21, (byte) 0xff, 11},
                latin1("XMP DataXMP"),
                secret,
                Arrays.copyOfRange(plain, end, plain.length),
                latin1(SECRET));
    }

    /** An extended WebP with Exif and XMP, and something behind its end. */
    public static byte[] webp(byte[] extended, int orientation) {
        byte[] flagged = extended.clone();
        flagged[20] |= 0x0c;
        byte[] riff =
                join(
                        flagged,
                        little("EXIF", tiff(orientation)),
                        little("XMP ", latin1(SECRET)),
                        little("prVt", latin1(SECRET)));
        ByteBuffer.wrap(riff).order(ByteOrder.LITTLE_ENDIAN).putInt(4, riff.length - 8);
        return join(riff, latin1(SECRET));
    }

    private static byte[] little(String type, byte[] data) {
        byte[] length =
                ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(data.length).array();
        return join(latin1(type), length, data, new byte[data.length & 1]);
    }
}
