package dev.pressline.atproto.repo.commit;

import static dev.pressline.atproto.repo.InvalidRepoException.malformed;

import java.math.BigInteger;
import java.util.Arrays;

/** Base58 with Bitcoin's alphabet: the multibase {@code z} of a public key. Stateless. */
final class Base58 {

    private static final String ALPHABET =
            "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(58);
    private static final int MAX_LENGTH = 128;

    private Base58() {}

    static byte[] decode(String text) {
        if (text.length() > MAX_LENGTH) {
            throw malformed("a key of " + text.length() + " characters");
        }
        BigInteger value = BigInteger.ZERO;
        for (int i = 0; i < text.length(); i++) {
            int digit = ALPHABET.indexOf(text.charAt(i));
            if (digit < 0) {
                throw malformed("a key holds a character outside base58");
            }
            value = value.multiply(BASE).add(BigInteger.valueOf(digit));
        }
        return withZeros(value, leadingZeros(text));
    }

    private static int leadingZeros(String text) {
        int zeros = 0;
        while (zeros < text.length() && text.charAt(zeros) == ALPHABET.charAt(0)) {
            zeros++;
        }
        return zeros;
    }

    private static byte[] withZeros(BigInteger value, int zeros) {
        byte[] signed = value.toByteArray();
        byte[] plain =
                value.signum() == 0
                        ? new byte[0]
                        : Arrays.copyOfRange(signed, signed[0] == 0 ? 1 : 0, signed.length);
        byte[] bytes = new byte[zeros + plain.length];
        System.arraycopy(plain, 0, bytes, zeros, plain.length);
        return bytes;
    }
}
