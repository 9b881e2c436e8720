package dev.pressline.ingest.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IngestConfigTest {

    private static <T> T read(Class<T> mapping, Map<String, String> settings) {
        SmallRyeConfig config =
                new SmallRyeConfigBuilder()
                        .addDiscoveredConverters()
                        .withMapping(mapping)
                        .withDefaultValues(settings)
                        .build();
        return config.getConfigMapping(mapping);
    }

    @Test
    void ingest_withoutSettings_hasTheDocumentedDefaults() {
        // When
        IngestConfig config = read(IngestConfig.class, Map.of());

        // Then
        assertThat(config.pushToken()).isEmpty();
        assertThat(config.push().tokens()).isEmpty();
        assertThat(config.push().requestsPerMinute()).isEqualTo(6000);
        assertThat(config.push().bytesPerMinute().asLongValue()).isEqualTo(10L << 30);
        assertThat(config.tapWebhookPassword()).isEmpty();
        assertThat(config.sources()).isEmpty();
        assertThat(config.collections())
                .containsExactly(
                        "site.standard.*",
                        "app.greengale.document",
                        "com.whtwnd.blog.entry",
                        "blog.pckt.gallery",
                        "site.mochott.article");
        assertThat(config.refused()).isEmpty();
        assertThat(config.files()).isEmpty();
        assertThat(config.repos()).isEmpty();
        assertThat(config.concurrentPushes()).isEqualTo(4);
        assertThat(config.concurrentBackfills()).isEqualTo(2);
        assertThat(config.largestRepo().asLongValue()).isEqualTo(1L << 30);
        assertThat(config.spoolDirectory()).isEmpty();
        assertThat(config.network().relay()).isEmpty();
        assertThat(config.sweepInterval()).isEmpty();
        assertThat(config.network().collections())
                .containsExactly(
                        "site.standard.document",
                        "site.standard.publication",
                        "app.greengale.document",
                        "com.whtwnd.blog.entry",
                        "blog.pckt.gallery",
                        "site.mochott.article");
    }

    @Test
    void ingest_withSettings_readsThemUnderTheDocumentedKeys() {
        // When
        IngestConfig config =
                read(
                        IngestConfig.class,
                        Map.of(
                                "pressline.ingest.largest-repo", "20M",
                                "pressline.ingest.spool-directory", "spool",
                                "pressline.ingest.push-token", "t",
                                "pressline.ingest.tap-webhook-password", "w",
                                "pressline.ingest.collections", "a.b.c",
                                "pressline.ingest.files", "a.json,b.ndjson",
                                "pressline.ingest.repos", "alice.example.com,did:web:a.b",
                                "pressline.ingest.concurrent-pushes", "9",
                                "pressline.ingest.concurrent-backfills", "8"));

        // Then
        assertThat(config.pushToken()).contains("t");
        assertThat(config.tapWebhookPassword()).contains("w");
        assertThat(config.collections()).containsExactly("a.b.c");
        assertThat(config.files().orElseThrow())
                .containsExactly(Path.of("a.json"), Path.of("b.ndjson"));
        assertThat(config.repos().orElseThrow())
                .containsExactly("alice.example.com", "did:web:a.b");
        assertThat(config.concurrentPushes()).isEqualTo(9);
        assertThat(config.concurrentBackfills()).isEqualTo(8);
        assertThat(config.largestRepo().asLongValue()).isEqualTo(20L << 20);
        assertThat(config.spoolDirectory()).contains(Path.of("spool"));
    }

    @Test
    void push_withSettings_isReadUnderTheDocumentedKeys() {
        // When
        IngestConfig.Push push =
                read(
                                IngestConfig.class,
                                Map.of(
                                        "pressline.ingest.push.tokens.alice", "a",
                                        "pressline.ingest.push.tokens.bob", "b",
                                        "pressline.ingest.push.requests-per-minute", "7",
                                        "pressline.ingest.push.bytes-per-minute", "8K"))
                        .push();

        // Then
        assertThat(push.tokens()).isEqualTo(Map.of("alice", "a", "bob", "b"));
        assertThat(push.requestsPerMinute()).isEqualTo(7);
        assertThat(push.bytesPerMinute().asLongValue()).isEqualTo(8 << 10);
    }

    @Test
    void networkAndSweep_withSettings_areReadUnderTheDocumentedKeys() {
        // When
        IngestConfig config =
                read(
                        IngestConfig.class,
                        Map.of(
                                "pressline.ingest.network.relay", "https://r.example",
                                "pressline.ingest.network.collections", "d.e.f",
                                "pressline.ingest.sweep-interval", "6h"));

        // Then
        assertThat(config.network().relay()).contains(URI.create("https://r.example"));
        assertThat(config.network().collections()).containsExactly("d.e.f");
        assertThat(config.sweepInterval()).contains(Duration.ofHours(6));
    }

    @Test
    void source_withSettings_isReadUnderItsName() {
        // When
        IngestConfig.Stream source =
                read(
                                IngestConfig.class,
                                Map.of(
                                        "pressline.ingest.sources.network.kind", "subscribe-repos",
                                        "pressline.ingest.sources.network.url", "wss://a.example",
                                        "pressline.ingest.sources.network.archive", "true",
                                        "pressline.ingest.sources.network.password", "p"))
                        .sources()
                        .get("network");

        // Then
        assertThat(source.kind()).isEqualTo(IngestConfig.Kind.SUBSCRIBE_REPOS);
        assertThat(source.url()).isEqualTo(URI.create("wss://a.example"));
        assertThat(source.archive()).isTrue();
        assertThat(source.password()).contains("p");
    }

    @Test
    void atproto_withoutSettings_asksThePublicDirectoryAndNoLoopback() {
        // When
        AtprotoConfig config = read(AtprotoConfig.class, Map.of());

        // Then
        assertThat(config.plcUrl()).isEqualTo("https://plc.directory");
        assertThat(config.allowLoopback()).isFalse();
    }

    @Test
    void atproto_withSettings_readsThemUnderTheDocumentedKeys() {
        // When
        AtprotoConfig config =
                read(
                        AtprotoConfig.class,
                        Map.of(
                                "pressline.atproto.plc-url", "http://localhost:2582",
                                "pressline.atproto.allow-loopback", "true"));

        // Then
        assertThat(config.plcUrl()).isEqualTo("http://localhost:2582");
        assertThat(config.allowLoopback()).isTrue();
    }
}
