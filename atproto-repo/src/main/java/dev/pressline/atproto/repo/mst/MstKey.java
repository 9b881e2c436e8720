package dev.pressline.atproto.repo.mst;

import static dev.pressline.atproto.repo.InvalidRepoException.malformed;

import dev.pressline.atproto.repo.cbor.Sha256;
import java.nio.charset.StandardCharsets;

/**
 * A key of the tree: any bytes, in a repository those of {@code <collection>/<rkey>}. Held as
 * Latin-1 text, so that the order of the texts is the order of the bytes. Immutable.
 *
 * @param text a character for each byte
 */
public record MstKey(String text) implements Comparable<MstKey> {

    /** The longest key, in bytes. */
    public static final int MAX_LENGTH = 1_024;

    /** Checks the length; throws {@link dev.pressline.atproto.repo.InvalidRepoException}. */
    public MstKey {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            throw malformed("a key of the tree has " + text.length() + " bytes");
        }
    }

    /** The key of these bytes. */
    public static MstKey of(byte[] bytes) {
        return new MstKey(text(bytes));
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The level of the tree it stands on: leading zero bits of its SHA-256, halved. */
    public int height() {
        return height(bytes(text));
    }

    static int height(byte[] key) {
        int zeros = 0;
        for (byte b : Sha256.of(key)) {
            if (b != 0) {
                return (zeros + Integer.numberOfLeadingZeros(b & 0xff) - 24) / 2;
            }
            zeros += 8;
        }
        return zeros / 2;
    }

    /** How many leading bytes two keys share. */
    static int commonPrefix(String one, String other) {
        int length = Math.min(one.length(), other.length());
        int at = 0;
        while (at < length && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at;
    }

    @Override
    public int compareTo(MstKey other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
