package dev.pressline.atproto.repo.commit;

import java.math.BigInteger;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;

/** The elliptic curves that sign commits. */
enum Curve {
    /** secp256k1. */
    K256("secp256k1", 0xe7, 0x01, "EcdsaSecp256k1VerificationKey2019"),
    /** NIST P-256, secp256r1. */
    P256("secp256r1", 0x80, 0x24, "EcdsaSecp256r1VerificationKey2019");

    private final ECDomainParameters domain;
    private final BigInteger largestS;
    private final byte codecFirst;
    private final byte codecSecond;
    private final String legacyType;

    Curve(String name, int codecFirst, int codecSecond, String legacyType) {
        X9ECParameters parameters = CustomNamedCurves.getByName(name);
        this.domain = new ECDomainParameters(parameters);
        this.largestS = domain.getN().shiftRight(1);
        this.codecFirst = (byte) codecFirst;
        this.codecSecond = (byte) codecSecond;
        this.legacyType = legacyType;
    }

    ECDomainParameters domain() {
        return domain;
    }

    /** The largest s of a signature; the other half of the numbers would be a second spelling. */
    BigInteger largestS() {
        return largestS;
    }

    boolean hasCodec(byte[] multikey) {
        return multikey[0] == codecFirst && multikey[1] == codecSecond;
    }

    String legacyType() {
        return legacyType;
    }
}
