package dev.pressline.ingest.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value of the {@code Authorization} header that admits a caller, compared in constant time.
 * Without one nobody is admitted. Immutable.
 */
final class Secret {

    private final byte[] expected;

    Secret(Optional<String> expected) {
        this.expected = expected.orElse("").getBytes(StandardCharsets.UTF_8);
    }

    /** Whether a header carries it. */
    boolean is(@Nullable String authorization) {
        return expected.length > 0
                && authorization != null
                && MessageDigest.isEqual(expected, authorization.getBytes(StandardCharsets.UTF_8));
    }
}
