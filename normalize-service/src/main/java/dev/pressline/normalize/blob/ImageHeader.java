package dev.pressline.normalize.blob;

import java.nio.charset.StandardCharsets;
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

    /** Width and height in pixels, both at least 1. */
    public record Dimensions(int width, int height) {}

    /**
     * Reads the header of a file; never fails, however mangled the bytes are. Linear in their
     * length.
     */
    public static ImageHeader of(byte[] file) {
        Bytes bytes = new Bytes(file);
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
        if (bytes.startsWith(4, "ftypavif") || bytes.startsWith(4, "ftypavis")) {
            return new ImageHeader("image/avif", Optional.empty());
        }
        return new ImageHeader(
                looksLikeSvg(file) ? "image/svg+xml" : UNKNOWN_TYPE, Optional.empty());
    }

    static Optional<Dimensions> size(long width, long height) {
        boolean sane =
                width > 0
                        && height > 0
                        && width <= Integer.MAX_VALUE
                        && height <= Integer.MAX_VALUE;
        return sane ? Optional.of(new Dimensions((int) width, (int) height)) : Optional.empty();
    }

    private static boolean looksLikeSvg(byte[] file) {
        String start =
                new String(file, 0, Math.min(file.length, 1_024), StandardCharsets.ISO_8859_1);
        return start.contains("<svg") && start.stripLeading().startsWith("<");
    }
}
