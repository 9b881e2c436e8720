package dev.pressline.local.embedded;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * What S3 requests are signed with. Immutable.
 *
 * @param accessKey the public half
 * @param secretKey the secret half; never logged
 */
public record KeyPair(String accessKey, String secretKey) {

    private static final int SECRET_BYTES = 20;

    /** The access key {@code pressline} with a new secret. */
    public static KeyPair random() {
        return new KeyPair("pressline", secret());
    }

    /** A new secret of 40 hexadecimal digits. */
    public static String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public String toString() {
        return "KeyPair[" + accessKey + "]";
    }
}
