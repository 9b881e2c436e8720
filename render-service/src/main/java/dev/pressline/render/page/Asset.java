package dev.pressline.render.page;

import dev.pressline.contract.identifier.Base32;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * A file beside the pages. One that pages refer to never changes, since its key names its content.
 *
 * @param key its object key in the site bucket
 * @param contentType its media type
 * @param bytes the content; callers must not change it
 */
@SuppressWarnings("ArrayRecordComponent")
public record Asset(String key, String contentType, byte[] bytes) {

    private static final int HASH_BYTES = 10;

    /** The asset of a content, under {@code assets/<name>-<hash>.<extension>}. */
    static Asset of(String name, String extension, String contentType, byte[] bytes) {
        String key = "assets/" + name + '-' + hash(bytes) + '.' + extension;
        return new Asset(key, contentType, bytes);
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return Base32.encode(Arrays.copyOf(digest, HASH_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
