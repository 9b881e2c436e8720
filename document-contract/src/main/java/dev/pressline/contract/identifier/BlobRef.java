package dev.pressline.contract.identifier;

/**
 * A reference to a blob as a record makes it: type and size are claims of the record. Immutable.
 *
 * @param cid the content, codec {@code raw}
 * @param mimeType the claimed media type
 * @param size the claimed size in bytes, negative when the record claims none
 * @see <a href="https://atproto.com/specs/data-model#blob-type">AT Protocol: blob type</a>
 */
public record BlobRef(Cid cid, String mimeType, long size) {}
