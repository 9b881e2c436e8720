package dev.pressline.contract.identifier;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/**
 * A content identifier of the AT Protocol's blessed form: version 1, SHA-256, codec {@code
 * dag-cbor} (records) or {@code raw} (blobs); 36 bytes, 59 characters. Immutable.
 *
 * @param value the text form, such as {@code
 *     bafyreiazrf5xtyyvrssdtx3l5gc3mcvdhwjhfyyacgfbey7yvvuthv2dde}
 * @see <a href="https://atproto.com/specs/data-model#link-and-cid-formats">AT Protocol: CID
 *     formats</a>
 */
public record Cid(@JsonValue String value) implements Comparable<Cid> {

    private static final int VERSION = 1;
    private static final int SHA2_256 = 0x12;
    private static final int DIGEST_LENGTH = 32;
    private static final int BYTES = 4 + DIGEST_LENGTH;
    private static final int LENGTH = 59;

    /** What the hashed bytes are. */
    public enum Codec {
        /** DAG-CBOR: records, tree nodes, commits. */
        DAG_CBOR(0x71),
        /** Raw bytes: blobs. */
        RAW(0x55);

        private final int code;

        Codec(int code) {
            this.code = code;
        }
    }

    /** Checks form and codec; throws {@link InvalidIdentifierException} naming the fault. */
    @JsonCreator
    public Cid {
        if (value.length() != LENGTH || value.charAt(0) != 'b') {
            throw new InvalidIdentifierException(
                    "CID", value, "is not " + LENGTH + " characters of base32 (multibase b)");
        }
        byte[] bytes = Base32.decode(value.substring(1));
        boolean blessed =
                bytes.length == BYTES
                        && bytes[0] == VERSION
                        && (bytes[1] == Codec.DAG_CBOR.code || bytes[1] == Codec.RAW.code)
                        && bytes[2] == SHA2_256
                        && bytes[3] == DIGEST_LENGTH;
        if (!blessed) {
            throw new InvalidIdentifierException(
                    "CID", value, "is not version 1, dag-cbor or raw, SHA-256");
        }
    }

    /** Reads a CID; throws {@link InvalidIdentifierException} naming the fault. */
    public static Cid parse(String text) {
        return new Cid(text);
    }

    /** The CID of bytes whose SHA-256 is {@code digest} (32 bytes). */
    public static Cid of(Codec codec, byte[] digest) {
        if (digest.length != DIGEST_LENGTH) {
            throw new IllegalArgumentException(
                    "a SHA-256 digest has 32 bytes, not " + digest.length);
        }
        byte[] bytes = new byte[BYTES];
        bytes[0] = VERSION;
        bytes[1] = (byte) codec.code;
        bytes[2] = SHA2_256;
        bytes[3] = DIGEST_LENGTH;
        System.arraycopy(digest, 0, bytes, 4, DIGEST_LENGTH);
        return new Cid("b" + Base32.encode(bytes));
    }

    /** What the hashed bytes are. */
    public Codec codec() {
        return bytes()[1] == Codec.RAW.code ? Codec.RAW : Codec.DAG_CBOR;
    }

    /** The SHA-256 digest, 32 bytes, a copy. */
    public byte[] digest() {
        return Arrays.copyOfRange(bytes(), 4, BYTES);
    }

    /** The binary form, 36 bytes, a copy. */
    public byte[] bytes() {
        return Base32.decode(value.substring(1));
    }

    @Override
    public int compareTo(Cid other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
