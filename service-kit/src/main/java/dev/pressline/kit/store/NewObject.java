package dev.pressline.kit.store;

import java.util.Map;

/**
 * An object to put. The array is handed over and must not change.
 *
 * @param key its key
 * @param bytes its bytes
 * @param contentType its media type
 * @param sha256 the SHA-256 of the bytes in lower-case hex
 * @param headers further headers to keep, such as {@code Cache-Control}
 * @param metadata what to note beside it, names in lower case
 */
public record NewObject(
        String key,
        byte[] bytes,
        String contentType,
        String sha256,
        Map<String, String> headers,
        Map<String, String> metadata) {

    /** An object without headers or notes of its own. */
    public static NewObject of(String key, byte[] bytes, String contentType) {
        return new NewObject(key, bytes, contentType, Sha256.hex(bytes), Map.of(), Map.of());
    }
}
