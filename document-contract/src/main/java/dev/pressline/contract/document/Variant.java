package dev.pressline.contract.document;

/**
 * A narrower copy of a picture, for smaller screens. Immutable.
 *
 * @param width pixels, fewer than the picture's own
 * @param height pixels
 * @param mimeType its media type, which may differ from the picture's
 * @param size bytes
 */
public record Variant(int width, int height, String mimeType, long size) {}
