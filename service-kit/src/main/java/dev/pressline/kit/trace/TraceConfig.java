package dev.pressline.kit.trace;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** Whether and where traces go. */
@ConfigMapping(prefix = "pressline.traces")
public interface TraceConfig {

    /** Where a collector takes OTLP over HTTP, such as {@code http://host:4318/v1/traces}. */
    Optional<URI> endpoint();

    /** The share of records whose way is traced, from 0 to 1. */
    @WithDefault("0.01")
    double ratio();
}
