package dev.pressline.atproto.repo.cbor;

import dev.pressline.atproto.repo.InvalidRepoException;
import dev.pressline.contract.identifier.Cid;
import java.nio.ByteBuffer;

/**
 * A {@link Cid} in its binary form, which is cheap to compare and to hash: the codec and the four
 * longs of a SHA-256 digest. Immutable.
 *
 * @param codec what the hashed bytes are
 * @param first digest bytes 0 to 7, big-endian
 * @param second digest bytes 8 to 15
 * @param third digest bytes 16 to 23
 * @param fourth digest bytes 24 to 31
 */
public record BinaryCid(Cid.Codec codec, long first, long second, long third, long fourth) {

    /** The length of the binary form, in bytes. */
    public static final int LENGTH = 36;

    private static final int VERSION_1 = 0x01;
    private static final int DAG_CBOR = 0x71;
    private static final int RAW = 0x55;
    private static final int SHA2_256 = 0x12;
    private static final int DIGEST_LENGTH = 0x20;
    private static final int HEADER = 4;

    /** Whether the bytes from {@code offset} on begin like a CID of the form that links have. */
    public static boolean isAt(byte[] bytes, int offset) {
        return bytes.length - offset >= LENGTH
                && bytes[offset] == VERSION_1
                && (bytes[offset + 1] == DAG_CBOR || bytes[offset + 1] == RAW)
                && bytes[offset + 2] == SHA2_256
                && bytes[offset + 3] == DIGEST_LENGTH;
    }

    /** Reads the CID at {@code offset}; throws {@link InvalidRepoException} where none is. */
    public static BinaryCid read(byte[] bytes, int offset) {
        if (!isAt(bytes, offset)) {
            throw InvalidRepoException.malformed(
                    "a CID is not version 1, dag-cbor or raw, SHA-256");
        }
        Cid.Codec codec = bytes[offset + 1] == RAW ? Cid.Codec.RAW : Cid.Codec.DAG_CBOR;
        return of(codec, bytes, offset + HEADER);
    }

    /** The CID that a block of DAG-CBOR has. */
    public static BinaryCid ofBlock(byte[] block) {
        return of(Cid.Codec.DAG_CBOR, Sha256.of(block), 0);
    }

    /** The binary form of a CID. */
    public static BinaryCid of(Cid cid) {
        return read(cid.bytes(), 0);
    }

    private static BinaryCid of(Cid.Codec codec, byte[] digest, int offset) {
        ByteBuffer longs = ByteBuffer.wrap(digest, offset, DIGEST_LENGTH);
        return new BinaryCid(
                codec, longs.getLong(), longs.getLong(), longs.getLong(), longs.getLong());
    }

    /** Whether a block hashes to this CID. */
    public boolean isOf(byte[] block) {
        return equals(of(codec, Sha256.of(block), 0));
    }

    /** The binary form, {@value #LENGTH} bytes. */
    public byte[] bytes() {
        return ByteBuffer.allocate(LENGTH)
                .put((byte) VERSION_1)
                .put((byte) (codec == Cid.Codec.RAW ? RAW : DAG_CBOR))
                .put((byte) SHA2_256)
                .put((byte) DIGEST_LENGTH)
                .putLong(first)
                .putLong(second)
                .putLong(third)
                .putLong(fourth)
                .array();
    }

    /** The text form. */
    public Cid toCid() {
        byte[] digest =
                ByteBuffer.allocate(DIGEST_LENGTH)
                        .putLong(first)
                        .putLong(second)
                        .putLong(third)
                        .putLong(fourth)
                        .array();
        return Cid.of(codec, digest);
    }

    @Override
    public String toString() {
        return toCid().value();
    }
}
