package dev.pressline.kit.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoreConfigTest {

    private static final Map<String, String> NEEDED =
            Map.of(
                    "pressline.store.endpoint", "http://localhost:9000",
                    "pressline.store.access-key", "a",
                    "pressline.store.secret-key", "s");

    static StoreConfig read(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(NEEDED);
        all.putAll(settings);
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(StoreConfig.class)
                .withDefaultValues(all)
                .build()
                .getConfigMapping(StoreConfig.class);
    }

    @Test
    void store_withWhatItNeeds_hasTheDocumentedDefaults() {
        // When
        StoreConfig config = read(Map.of());

        // Then
        assertThat(config.endpoint()).isEqualTo("http://localhost:9000");
        assertThat(config.accessKey()).isEqualTo("a");
        assertThat(config.secretKey()).isEqualTo("s");
        assertThat(config.region()).isEqualTo("us-east-1");
        assertThat(config.siteBucket()).isEqualTo("pressline-site");
        assertThat(config.valuesBucket()).isEqualTo("pressline-values");
        assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.trustedCertificates()).isEmpty();
        assertThat(config.createBuckets()).isFalse();
    }

    @Test
    void store_withSettings_readsThemUnderTheDocumentedKeys() {
        // When
        StoreConfig config =
                read(
                        Map.of(
                                "pressline.store.region", "eu-central-1",
                                "pressline.store.site-bucket", "site",
                                "pressline.store.values-bucket", "values",
                                "pressline.store.timeout", "3s",
                                "pressline.store.create-buckets", "true",
                                "pressline.store.trusted-certificates", "/etc/ca.pem"));

        // Then
        assertThat(config.region()).isEqualTo("eu-central-1");
        assertThat(config.siteBucket()).isEqualTo("site");
        assertThat(config.valuesBucket()).isEqualTo("values");
        assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(config.createBuckets()).isTrue();
        assertThat(config.trustedCertificates()).contains(Path.of("/etc/ca.pem"));
    }
}
