package dev.pressline.normalize.image;

import static dev.pressline.normalize.image.MalformedImageException.require;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * Cleans a WebP (RFC 9649): the chunks that make the picture and its colour profile are taken over,
 * of Exif the orientation, nothing else. Not thread-safe.
 */
final class WebpCleaner {

    private static final int FILE_HEADER = 12;
    private static final int CHUNK_HEADER = 8;
    private static final int FRAME_HEADER = 16;
    private static final int EXIF_FLAG = 0x08;
    private static final int XMP_FLAG = 0x04;
    private static final int EXTENDED_LENGTH = 10;

    private static final Set<String> STILL = Set.of("VP8 ", "VP8L", "ALPH");

    private final Bytes in;
    private final Cut cut = new Cut();
    private int orientation = Orientation.UPRIGHT;
    private boolean oriented;
    private int frames;
    private int pictures;

    WebpCleaner(Bytes in) {
        this.in = in;
    }

    CleanCopy clean() throws MalformedImageException {
        long end = CHUNK_HEADER + in.uint32Little(4);
        require(end <= in.length(), "it is cut off");
        findOrientation(end);
        long at = FILE_HEADER;
        while (at < end) {
            at = chunk(at, end);
        }
        require(pictures > 0, "there is no picture in it");
        return new CleanCopy(whole(), orientation, Math.max(frames, 1));
    }

    /** Exif stands behind the picture, its flag before it. */
    private void findOrientation(long end) throws MalformedImageException {
        for (long at = FILE_HEADER; at < end; at = behind(at, end)) {
            if (in.startsWith(at, "EXIF") && orientation == Orientation.UPRIGHT) {
                long data = at + CHUNK_HEADER;
                long tiff = in.startsWith(data, "Exif\0\0") ? data + 6 : data;
                orientation = Orientation.read(in, tiff, behind(at, end) - tiff);
            }
        }
    }

    /** Takes over a chunk or not; returns the offset behind it. */
    private long chunk(long at, long end) throws MalformedImageException {
        long behind = behind(at, end);
        String type = in.text(at, 4);
        if (type.equals("VP8X")) {
            extended(at, behind);
        } else if (type.equals("ANMF")) {
            frame(at, behind);
        } else if (STILL.contains(type) || type.equals("ICCP") || type.equals("ANIM")) {
            pictures += type.startsWith("VP8") ? 1 : 0;
            cut.keep(at, behind - at);
        } else if (type.equals("EXIF") && orientation != Orientation.UPRIGHT && !oriented) {
            exif();
        }
        return behind;
    }

    private long behind(long at, long end) throws MalformedImageException {
        long length = in.uint32Little(at + 4);
        long behind = at + CHUNK_HEADER + length + (length & 1);
        require(length >= 0 && behind <= end, "a chunk is longer than its file");
        return behind;
    }

    /** The header of the extended form, with the flags of what the copy still holds. */
    private void extended(long at, long behind) throws MalformedImageException {
        require(behind - at == CHUNK_HEADER + EXTENDED_LENGTH, "its header has another length");
        int flags = in.uint8(at + CHUNK_HEADER);
        int kept = flags & ~(EXIF_FLAG | XMP_FLAG);
        int now = orientation == Orientation.UPRIGHT ? kept : kept | EXIF_FLAG;
        cut.keep(at, CHUNK_HEADER);
        if (now == flags) {
            cut.keep(at + CHUNK_HEADER, 1);
        } else {
            cut.write(new byte[] {(byte) now});
        }
        cut.keep(at + CHUNK_HEADER + 1, EXTENDED_LENGTH - 1);
    }

    /** A frame of an animation, in which nothing but a picture may stand. */
    private void frame(long at, long behind) throws MalformedImageException {
        long inner = at + CHUNK_HEADER + FRAME_HEADER;
        require(inner < behind, "a frame is empty");
        while (inner < behind) {
            require(STILL.contains(in.text(inner, 4)), "a frame holds more than a picture");
            inner = behind(inner, behind);
        }
        frames++;
        pictures++;
        cut.keep(at, behind - at);
    }

    private void exif() throws MalformedImageException {
        oriented = true;
        byte[] tiff = Orientation.tiff(orientation);
        cut.write(
                ByteBuffer.allocate(CHUNK_HEADER + tiff.length)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .put("EXIF".getBytes(StandardCharsets.US_ASCII))
                        .putInt(tiff.length)
                        .put(tiff)
                        .array());
    }

    /** The chunks behind a file header that counts them. */
    private List<Piece> whole() throws MalformedImageException {
        Cut whole = new Cut();
        if (cut.length() == in.uint32Little(4) - 4) {
            whole.keep(0, FILE_HEADER);
        } else {
            whole.write(header((int) cut.length() + 4));
        }
        for (Piece piece : cut.pieces()) {
            switch (piece) {
                case Piece.Kept(long from, long length) -> whole.keep(from, length);
                case Piece.Written(byte[] bytes) -> whole.write(bytes);
                case Piece.Blank(long length) -> whole.blank(length);
            }
        }
        return whole.pieces();
    }

    private static byte[] header(int length) {
        return ByteBuffer.allocate(FILE_HEADER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(length)
                .put("WEBP".getBytes(StandardCharsets.US_ASCII))
                .array();
    }
}
