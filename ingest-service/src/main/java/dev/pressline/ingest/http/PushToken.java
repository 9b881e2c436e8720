package dev.pressline.ingest.http;

import dev.pressline.ingest.config.IngestConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * The bearer token that admits a caller (RFC 6750), compared in constant time. Without one
 * configured nobody is admitted.
 */
@ApplicationScoped
public class PushToken {

    private static final String SCHEME = "Bearer ";

    private final byte[] expected;

    PushToken(IngestConfig config) {
        this.expected =
                config.pushToken()
                        .map(token -> (SCHEME + token).getBytes(StandardCharsets.UTF_8))
                        .orElse(new byte[0]);
    }

    /** Whether an {@code Authorization} header carries the token. */
    public boolean admits(@Nullable String authorization) {
        return expected.length > 0
                && authorization != null
                && MessageDigest.isEqual(expected, authorization.getBytes(StandardCharsets.UTF_8));
    }
}
