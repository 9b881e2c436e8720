package dev.pressline.ingest.archive;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;

/** Reads the zstd frames of blocks. Stateless. */
final class ZstdBlocks {

    private ZstdBlocks() {}

    /**
     * The block in the frame that follows eight bytes of its length; throws {@link
     * InvalidArchiveException} where it is damaged or has not the size stated.
     */
    static byte[] decompress(byte[] lengthAndFrame, int size) {
        byte[] block = new byte[size];
        try {
            long read =
                    Zstd.decompressByteArray(
                            block,
                            0,
                            size,
                            lengthAndFrame,
                            Long.BYTES,
                            lengthAndFrame.length - Long.BYTES);
            if (!Zstd.isError(read) && read == size) {
                return block;
            }
            throw new InvalidArchiveException("a block of " + read + " bytes, not " + size);
        } catch (ZstdException e) {
            throw new InvalidArchiveException("a damaged block: " + e.getMessage());
        }
    }
}
