package dev.pressline.atproto.repo.commit;

import static dev.pressline.atproto.repo.InvalidRepoException.malformed;

import dev.pressline.atproto.repo.cbor.Sha256;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.Stream;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;

/**
 * The public key that an account's commits are signed with, on the curve K-256 or P-256. Immutable
 * and thread-safe.
 *
 * @see <a href="https://atproto.com/specs/cryptography">AT Protocol: cryptography</a>
 */
public final class SigningKey {

    /** The length of a signature: r and s of 32 bytes each. */
    public static final int SIGNATURE_LENGTH = 64;

    private static final String DID_KEY = "did:key:";
    private static final String MULTIKEY = "Multikey";
    private static final int CODEC_LENGTH = 2;
    private static final int HALF = SIGNATURE_LENGTH / 2;
    private static final int COMPRESSED = 33;
    private static final int UNCOMPRESSED = 65;

    private final Curve curve;
    private final ECPublicKeyParameters key;

    private SigningKey(Curve curve, byte[] point) {
        this.curve = curve;
        this.key = new ECPublicKeyParameters(decode(curve, point), curve.domain());
    }

    private static org.bouncycastle.math.ec.ECPoint decode(Curve curve, byte[] point) {
        if (point.length != COMPRESSED && point.length != UNCOMPRESSED) {
            throw malformed("a key has a point of " + point.length + " bytes");
        }
        try {
            return curve.domain().validatePublicPoint(curve.domain().getCurve().decodePoint(point));
        } catch (IllegalArgumentException e) {
            throw malformed("a key is no point of its curve");
        }
    }

    /**
     * The key of a verification method in a DID document. Throws {@link
     * dev.pressline.atproto.repo.InvalidRepoException} for another type or what is no key.
     *
     * @param type {@code Multikey}, or one of the two older names of a curve
     * @param publicKeyMultibase the key, base58 after {@code z}
     */
    public static SigningKey of(String type, String publicKeyMultibase) {
        byte[] bytes = multibase(publicKeyMultibase);
        return type.equals(MULTIKEY)
                ? multikey(bytes)
                : Stream.of(Curve.values())
                        .filter(curve -> curve.legacyType().equals(type))
                        .findFirst()
                        .map(curve -> new SigningKey(curve, bytes))
                        .orElseThrow(() -> malformed("a key of the type " + type));
    }

    /** The key of a {@code did:key}; throws as {@link #of} does. */
    public static SigningKey ofDidKey(String did) {
        if (!did.startsWith(DID_KEY)) {
            throw malformed("not a did:key: " + did);
        }
        return of(MULTIKEY, did.substring(DID_KEY.length()));
    }

    private static byte[] multibase(String text) {
        if (!text.startsWith("z")) {
            throw malformed("a key is not in base58 after z");
        }
        return Base58.decode(text.substring(1));
    }

    private static SigningKey multikey(byte[] bytes) {
        if (bytes.length <= CODEC_LENGTH) {
            throw malformed("a key of " + bytes.length + " bytes");
        }
        byte[] point = Arrays.copyOfRange(bytes, CODEC_LENGTH, bytes.length);
        return Stream.of(Curve.values())
                .filter(curve -> curve.hasCodec(bytes))
                .findFirst()
                .map(curve -> new SigningKey(curve, point))
                .orElseThrow(() -> malformed("a key of neither K-256 nor P-256"));
    }

    /**
     * Whether {@code signature} is this key's over the SHA-256 of {@code message}: 64 raw bytes, s
     * in the lower half; any other spelling is none.
     */
    public boolean signed(byte[] message, byte[] signature) {
        if (signature.length != SIGNATURE_LENGTH) {
            return false;
        }
        BigInteger r = new BigInteger(1, signature, 0, HALF);
        BigInteger s = new BigInteger(1, signature, HALF, HALF);
        if (s.compareTo(curve.largestS()) > 0) {
            return false;
        }
        ECDSASigner signer = new ECDSASigner();
        signer.init(false, key);
        return signer.verifySignature(Sha256.of(message), r, s);
    }
}
