package dev.pressline.render.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Bodies in a content coding, kept ready by the hash of the plain body: a page is read more often
 * than it changes. Thread-safe.
 */
final class EncodedBodies {

    private final Cache<String, byte[]> bodies;

    /** Keeps at most so many bytes. */
    EncodedBodies(long maximumBytes) {
        this.bodies =
                Caffeine.newBuilder()
                        .maximumWeight(maximumBytes)
                        .<String, byte[]>weigher((tag, body) -> body.length)
                        .build();
    }

    /** A body with this hash in a coding. The array must not be written into. */
    byte[] encoded(Coding coding, String sha256, byte[] body) {
        return coding == Coding.IDENTITY
                ? body
                : bodies.get(coding.entityTag(sha256), tag -> coding.encode(body));
    }
}
