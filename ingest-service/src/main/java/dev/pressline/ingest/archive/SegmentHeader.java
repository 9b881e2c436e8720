package dev.pressline.ingest.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The first 256 bytes of a segment file. Immutable.
 *
 * @param blocks how many blocks it has
 * @param index where the index of its blocks is, in bytes from the beginning
 */
public record SegmentHeader(int blocks, long index) {

    /** Its length, in bytes. */
    public static final int LENGTH = 256;

    /** The length of one entry of the index, in bytes. */
    public static final int ENTRY = 52;

    private static final byte[] MAGIC = "jss0".getBytes(StandardCharsets.US_ASCII);
    private static final int CHECKSUM = 4;
    private static final int VERSION = 12;
    private static final int BLOCKS = 14;
    private static final int INDEX = 90;
    private static final int MAX_BLOCKS = 1_000_000;

    /**
     * A block in a file.
     *
     * @param offset where its length stands, in bytes; the frame follows
     * @param compressed bytes of the frame
     * @param uncompressed bytes of the block
     * @param events how many it has
     * @param maxSeq the last of them
     */
    public record Block(long offset, int compressed, int uncompressed, int events, long maxSeq) {}

    /** Reads a header; throws {@link InvalidArchiveException}. */
    public static SegmentHeader of(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < LENGTH || !in.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC))) {
            throw new InvalidArchiveException("not a segment");
        }
        if (in.getShort(VERSION) != 1) {
            throw new InvalidArchiveException("a segment of version " + in.getShort(VERSION));
        }
        int blocks = in.getInt(BLOCKS);
        if (in.getLong(CHECKSUM) == 0 || blocks < 0 || blocks > MAX_BLOCKS) {
            throw new InvalidArchiveException("a segment that is still written, or none");
        }
        return new SegmentHeader(blocks, in.getLong(INDEX));
    }

    /** The bytes of the index. */
    public int indexBytes() {
        return blocks * ENTRY;
    }

    /** Reads the index; throws {@link InvalidArchiveException}. */
    public List<Block> index(byte[] bytes) {
        if (bytes.length != indexBytes()) {
            throw new InvalidArchiveException("an index of " + bytes.length + " bytes");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        List<Block> index = new ArrayList<>();
        for (int at = 0; at < bytes.length; at += ENTRY) {
            index.add(
                    new Block(
                            in.getLong(at),
                            in.getInt(at + 8),
                            in.getInt(at + 12),
                            in.getInt(at + 16),
                            in.getLong(at + 28)));
        }
        return index;
    }
}
