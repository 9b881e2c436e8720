package dev.pressline.kit.store;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What the store knows of an object without its bytes. Immutable.
 *
 * @param size bytes
 * @param contentType the media type it was stored with
 * @param sha256 the SHA-256 of its bytes in lower-case hex, absent if it was not put by us
 * @param metadata what we noted beside it when we put it, names in lower case
 * @param lastModified when it was put, by the store's clock
 */
public record StoredObject(
        long size,
        String contentType,
        Optional<String> sha256,
        Map<String, String> metadata,
        Instant lastModified) {}
