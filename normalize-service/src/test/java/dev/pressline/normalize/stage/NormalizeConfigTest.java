package dev.pressline.normalize.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NormalizeConfigTest {

    private static <T> T read(Class<T> mapping, Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(mapping)
                .withDefaultValues(settings)
                .build()
                .getConfigMapping(mapping);
    }

    @Test
    void normalize_withoutSettings_hasTheDocumentedDefaults() {
        // When
        NormalizeConfig config = read(NormalizeConfig.class, Map.of());

        // Then
        assertThat(config.concurrency()).isEqualTo(8);
        assertThat(config.inferredRepairs()).isTrue();
        assertThat(config.disabledRules()).isEmpty();
        NormalizeConfig.Blobs blobs = config.blobs();
        assertThat(blobs.patience()).isEqualTo(Duration.ofSeconds(2));
        assertThat(blobs.maxSize().asLongValue()).isEqualTo(20 * 1024 * 1024);
        assertThat(blobs.timeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(blobs.concurrency()).isEqualTo(64);
        assertThat(blobs.concurrencyPerServer()).isEqualTo(4);
        assertThat(blobs.spoolDirectory()).isEmpty();
        assertThat(blobs.retryAfter()).isEqualTo(Duration.ofSeconds(30));
        assertThat(blobs.retryAtMost()).isEqualTo(Duration.ofHours(6));
        assertThat(blobs.maxPending()).isEqualTo(100_000);
        assertThat(config.floods().allowance()).isEqualTo(1_000);
        assertThat(config.floods().refillPerSecond()).isEqualTo(10);
        assertThat(config.floods().followers()).contains(Set.of("render-index", "render-press"));
        assertThat(config.floods().maxPutOff()).isEqualTo(50_000);
        assertThat(config.sweep().every()).isEmpty();
        assertThat(config.sweep().grace()).isEqualTo(Duration.ofDays(7));
        assertThat(config.sweep().dryRun()).isFalse();
        assertThat(config.lookUps().enabled()).isTrue();
        assertThat(config.lookUps().patience()).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void lookUps_withSettings_readsThemUnderTheDocumentedKeys() {
        // When
        NormalizeConfig.LookUps lookUps =
                read(
                                NormalizeConfig.class,
                                Map.of(
                                        "pressline.normalize.look-ups.enabled", "false",
                                        "pressline.normalize.look-ups.patience", "2s"))
                        .lookUps();

        // Then
        assertThat(lookUps.enabled()).isFalse();
        assertThat(lookUps.patience()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void normalize_withSettings_readsThemUnderTheDocumentedKeys() {
        // When
        NormalizeConfig config =
                read(
                        NormalizeConfig.class,
                        Map.of(
                                "pressline.normalize.concurrency", "3",
                                "pressline.normalize.inferred-repairs", "false",
                                "pressline.normalize.disabled-rules", "a,b"));

        // Then
        assertThat(config.concurrency()).isEqualTo(3);
        assertThat(config.inferredRepairs()).isFalse();
        assertThat(config.disabledRules()).contains(Set.of("a", "b"));
    }

    @Test
    void floods_withSettings_readsThemUnderTheDocumentedKeys() {
        // When
        NormalizeConfig.Floods floods =
                read(
                                NormalizeConfig.class,
                                Map.of(
                                        "pressline.normalize.floods.allowance", "7",
                                        "pressline.normalize.floods.refill-per-second", "0.5",
                                        "pressline.normalize.floods.followers", "readers",
                                        "pressline.normalize.floods.max-put-off", "9"))
                        .floods();

        // Then
        assertThat(floods.allowance()).isEqualTo(7);
        assertThat(floods.refillPerSecond()).isEqualTo(0.5);
        assertThat(floods.followers()).contains(Set.of("readers"));
        assertThat(floods.maxPutOff()).isEqualTo(9);
    }

    @Test
    void sweep_withSettings_readsThemUnderTheDocumentedKeys() {
        // When
        NormalizeConfig.Sweep sweep =
                read(
                                NormalizeConfig.class,
                                Map.of(
                                        "pressline.normalize.sweep.every", "24h",
                                        "pressline.normalize.sweep.grace", "48h",
                                        "pressline.normalize.sweep.dry-run", "true"))
                        .sweep();

        // Then
        assertThat(sweep.every()).contains(Duration.ofDays(1));
        assertThat(sweep.grace()).isEqualTo(Duration.ofDays(2));
        assertThat(sweep.dryRun()).isTrue();
    }

    @Test
    void blobs_withSettings_readsThemUnderTheDocumentedKeys() {
        // When
        NormalizeConfig.Blobs blobs =
                read(
                                NormalizeConfig.class,
                                Map.of(
                                        "pressline.normalize.blobs.patience", "1s",
                                        "pressline.normalize.blobs.max-size", "1M",
                                        "pressline.normalize.blobs.timeout", "5s",
                                        "pressline.normalize.blobs.concurrency", "7",
                                        "pressline.normalize.blobs.concurrency-per-server", "2",
                                        "pressline.normalize.blobs.spool-directory", "/spool",
                                        "pressline.normalize.blobs.retry-after", "500ms",
                                        "pressline.normalize.blobs.retry-at-most", "1h",
                                        "pressline.normalize.blobs.max-pending", "9"))
                        .blobs();

        // Then
        assertThat(blobs.patience()).isEqualTo(Duration.ofSeconds(1));
        assertThat(blobs.maxSize().asLongValue()).isEqualTo(1024 * 1024);
        assertThat(blobs.timeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(blobs.concurrency()).isEqualTo(7);
        assertThat(blobs.concurrencyPerServer()).isEqualTo(2);
        assertThat(blobs.spoolDirectory()).contains(Path.of("/spool"));
        assertThat(blobs.retryAfter()).isEqualTo(Duration.ofMillis(500));
        assertThat(blobs.retryAtMost()).isEqualTo(Duration.ofHours(1));
        assertThat(blobs.maxPending()).isEqualTo(9);
    }

    @Test
    void atproto_withAndWithoutSettings_isReadUnderTheDocumentedKeys() {
        // When
        AtprotoConfig defaults = read(AtprotoConfig.class, Map.of());
        AtprotoConfig set =
                read(
                        AtprotoConfig.class,
                        Map.of(
                                "pressline.atproto.plc-url", "http://localhost:2582",
                                "pressline.atproto.allow-loopback", "true"));

        // Then
        assertThat(defaults.plcUrl()).isEqualTo("https://plc.directory");
        assertThat(defaults.allowLoopback()).isFalse();
        assertThat(set.plcUrl()).isEqualTo("http://localhost:2582");
        assertThat(set.allowLoopback()).isTrue();
    }
}
