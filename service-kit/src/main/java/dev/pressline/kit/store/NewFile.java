package dev.pressline.kit.store;

import java.nio.file.Path;
import java.util.Map;

/**
 * A file to put as an object; it must not change meanwhile.
 *
 * @param key the object's key
 * @param file the file
 * @param contentType its media type
 * @param sha256 the SHA-256 of its bytes in lower-case hex
 * @param headers further headers to keep, such as {@code Content-Disposition}
 * @param metadata what to note beside it, names in lower case
 */
public record NewFile(
        String key,
        Path file,
        String contentType,
        String sha256,
        Map<String, String> headers,
        Map<String, String> metadata) {}
