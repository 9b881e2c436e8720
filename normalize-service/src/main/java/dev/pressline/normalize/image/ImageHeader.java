package dev.pressline.normalize.image;

import java.util.Map;
import java.util.Optional;

/**
 * What the first bytes of a file say about it: its media type, and for images the size in pixels.
 * Claims of the record are not asked. Immutable.
 *
 * @param mimeType the media type, {@code application/octet-stream} when nothing is recognized
 * @param dimensions width and height, where the header holds them
 */
public record ImageHeader(String mimeType, Optional<Dimensions> dimensions) {

    /** The media type of bytes that nobody recognizes. */
    public static final String UNKNOWN_TYPE = "application/octet-stream";

    private static final int SVG_WITHIN = 1_024;

    /** The brands by which a file of the ISO base media format says what it is. */
    private static final Map<String, String> BRANDS =
            Map.of(
                    "avif", "image/avif",
                    "avis", "image/avif",
                    "heic", "image/heic",
                    "heix", "image/heic",
                    "hevc", "image/heic",
                    "mif1", "image/heic",
                    "msf1", "image/heic");

    /** Width and height in pixels, both at least 1. */
    public record Dimensions(int width, int height) {

        /** Reads the form that {@link #toString} writes. */
        public static Dimensions parse(String text) {
            int x = text.indexOf('x');
            return new Dimensions(
                    Integer.parseInt(text, 0, x, 10),
                    Integer.parseInt(text, x + 1, text.length(), 10));
        }

        @Override
        public String toString() {
            return width + "x" + height;
        }
    }

    /**
     * Reads the header of a file; never fails, however mangled the bytes are. Linear in their
     * length.
     */
    public static ImageHeader of(Bytes bytes) {
        if (bytes.startsWith(0, "\u0089PNG\r\n\u001a\n")) {
            return new ImageHeader("image/png", size(bytes.uint32(16), bytes.uint32(20)));
        }
        if (bytes.startsWith(0, "GIF87a") || bytes.startsWith(0, "GIF89a")) {
            return new ImageHeader("image/gif", size(bytes.uint16Little(6), bytes.uint16Little(8)));
        }
        if (bytes.startsWith(0, "\u00ff\u00d8\u00ff")) {
            return new ImageHeader("image/jpeg", JpegSize.of(bytes));
        }
        if (bytes.startsWith(0, "RIFF") && bytes.startsWith(8, "WEBP")) {
            return new ImageHeader("image/webp", WebpSize.of(bytes));
        }
        if (bytes.startsWith(4, "ftyp")) {
            return ofBrand(bytes);
        }
        return new ImageHeader(otherType(bytes), Optional.empty());
    }

    private static ImageHeader ofBrand(Bytes bytes) {
        String type = BRANDS.getOrDefault(bytes.text(8, 4), "video/mp4");
        return new ImageHeader(
                type, type.equals("image/avif") ? AvifSize.of(bytes) : Optional.empty());
    }

    private static String otherType(Bytes bytes) {
        if (bytes.startsWith(0, "II*\0") || bytes.startsWith(0, "MM\0*")) {
            return "image/tiff";
        }
        if (bytes.startsWith(4, "JXL ")) {
            return "image/jxl";
        }
        if (bytes.startsWith(0, "%PDF-")) {
            return "application/pdf";
        }
        return looksLikeSvg(bytes) ? "image/svg+xml" : UNKNOWN_TYPE;
    }

    static Optional<Dimensions> size(long width, long height) {
        boolean sane =
                width > 0
                        && height > 0
                        && width <= Integer.MAX_VALUE
                        && height <= Integer.MAX_VALUE;
        return sane ? Optional.of(new Dimensions((int) width, (int) height)) : Optional.empty();
    }

    private static boolean looksLikeSvg(Bytes bytes) {
        String start = bytes.text(0, SVG_WITHIN);
        return start.contains("<svg") && start.stripLeading().startsWith("<");
    }
}
