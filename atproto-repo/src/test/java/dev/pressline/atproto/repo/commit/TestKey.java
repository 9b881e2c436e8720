package dev.pressline.atproto.repo.commit;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;

/** A private key that signs as an account's PDS does. */
public final class TestKey {

    private static final String BASE58 =
            "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    private final Curve curve;
    private final BigInteger secret;

    private TestKey(Curve curve, long secret) {
        this.curve = curve;
        this.secret = BigInteger.valueOf(secret);
    }

    public static TestKey k256(long secret) {
        return new TestKey(Curve.K256, secret);
    }

    public static TestKey p256(long secret) {
        return new TestKey(Curve.P256, secret);
    }

    public SigningKey publicKey() {
        return SigningKey.ofDidKey("did:key:" + multikey());
    }

    /** The public key in base58 after z, with its codec. */
    public String multikey() {
        byte[] point = curve.domain().getG().multiply(secret).normalize().getEncoded(true);
        byte[] bytes = new byte[point.length + 2];
        bytes[0] = (byte) (curve == Curve.K256 ? 0xe7 : 0x80);
        bytes[1] = (byte) (curve == Curve.K256 ? 0x01 : 0x24);
        System.arraycopy(point, 0, bytes, 2, point.length);
        StringBuilder text = new StringBuilder();
        BigInteger rest = new BigInteger(1, bytes);
        while (rest.signum() > 0) {
            BigInteger[] parts = rest.divideAndRemainder(BigInteger.valueOf(58));
            text.append(BASE58.charAt(parts[1].intValue()));
            rest = parts[0];
        }
        return "z" + text.reverse();
    }

    /** 64 bytes, s in the lower half. */
    public byte[] sign(byte[] message) {
        ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        signer.init(true, new ECPrivateKeyParameters(secret, curve.domain()));
        BigInteger[] signature = signer.generateSignature(sha256(message));
        BigInteger s = signature[1].min(curve.domain().getN().subtract(signature[1]));
        byte[] bytes = new byte[SigningKey.SIGNATURE_LENGTH];
        put(signature[0], bytes, 0);
        put(s, bytes, 32);
        return bytes;
    }

    private static void put(BigInteger number, byte[] bytes, int at) {
        byte[] signed = number.toByteArray();
        int from = Math.max(0, signed.length - 32);
        int length = signed.length - from;
        System.arraycopy(signed, from, bytes, at + 32 - length, length);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
