package dev.pressline.atproto.repo.cbor;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The one hash of repositories. Stateless. */
public final class Sha256 {

    private Sha256() {}

    /** The digest of some bytes, 32 bytes. */
    public static byte[] of(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
