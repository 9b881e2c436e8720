package dev.pressline.kit.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where the object store is and how to enter it. */
@ConfigMapping(prefix = "pressline.store")
public interface StoreConfig {

    /** Base URL of the S3 endpoint, such as {@code http://localhost:9000}. */
    String endpoint();

    /** The access key. */
    String accessKey();

    /** The secret key; never logged. */
    String secretKey();

    /** The region to sign for; most stores outside AWS accept any. */
    @WithDefault("us-east-1")
    String region();

    /** The public bucket: pages, feeds and blobs; that of the first generation. */
    @WithDefault("pressline-site")
    String siteBucket();

    /** The private bucket: values too large for a topic, blobs as they came, and notes. */
    @WithDefault("pressline-values")
    String valuesBucket();

    /** Whether a service that starts makes those of its buckets that are missing. */
    @WithDefault("false")
    boolean createBuckets();

    /**
     * A PEM file with the certificates of the authorities that the store's own, behind an {@code
     * https} endpoint, must come from; those that the JVM trusts if absent.
     */
    Optional<Path> trustedCertificates();

    /** The longest a single request may take to connect, to send or to answer. */
    @WithDefault("10s")
    Duration timeout();
}
