package dev.pressline.ingest.http;

import dev.pressline.ingest.config.IngestConfig;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** The bearer token that admits a caller (RFC 6750). Without one configured nobody is admitted. */
@ApplicationScoped
public class PushToken {

    private final Secret expected;

    PushToken(IngestConfig config) {
        this.expected = new Secret(config.pushToken().map(token -> "Bearer " + token));
    }

    /** Whether an {@code Authorization} header carries the token. */
    public boolean admits(@Nullable String authorization) {
        return expected.is(authorization);
    }
}
