package dev.pressline.render.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RenderConfigTest {

    private static RenderConfig read(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(RenderConfig.class)
                .withDefaultValues(settings)
                .build()
                .getConfigMapping(RenderConfig.class);
    }

    @Test
    void render_withoutSettings_hasTheDocumentedDefaults() {
        // When
        RenderConfig config = read(Map.of());

        // Then
        assertThat(config.publicUrl()).isEqualTo("http://localhost:8080");
        assertThat(config.siteName()).isEqualTo("Pressline");
        assertThat(config.index().interval()).isEqualTo(Duration.ofMillis(250));
        assertThat(config.index().longestWait()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.index().longestWaitBehind()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.press().concurrency()).isEqualTo(8);
        assertThat(config.press().cachedItems().asLongValue()).isEqualTo(16 * 1024 * 1024);
        assertThat(config.press().storedItems().asLongValue()).isEqualTo(256 * 1024 * 1024);
        assertThat(config.press().itemsDirectory()).hasFileName("pressline-render-items");
        assertThat(config.webSub().hub()).isEmpty();
        assertThat(config.search().enabled()).isTrue();
        assertThat(config.search().directory()).hasFileName("pressline-render-search");
        assertThat(config.http().requestsAtOnce()).isEqualTo(512);
        assertThat(config.http().slowestPace()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.http().cachedBodies().asLongValue()).isEqualTo(16 * 1024 * 1024);
    }

    @Test
    void render_withSettings_readsThemUnderTheDocumentedKeys() {
        // When
        RenderConfig config =
                read(
                        Map.ofEntries(
                                Map.entry("pressline.public-url", "https://press.example"),
                                Map.entry("pressline.site-name", "The Press"),
                                Map.entry("pressline.render.index.interval", "1s"),
                                Map.entry("pressline.render.index.longest-wait", "7s"),
                                Map.entry("pressline.render.index.longest-wait-behind", "9s"),
                                Map.entry("pressline.render.press.concurrency", "3"),
                                Map.entry("pressline.render.press.cached-items", "4K"),
                                Map.entry("pressline.render.press.stored-items", "6K"),
                                Map.entry("pressline.render.press.items-directory", "/var/items"),
                                Map.entry("pressline.render.http.requests-at-once", "5"),
                                Map.entry("pressline.render.web-sub.hub", "https://hub.example/"),
                                Map.entry("pressline.render.search.enabled", "false"),
                                Map.entry("pressline.render.search.directory", "/var/search"),
                                Map.entry("pressline.render.http.slowest-pace", "4s"),
                                Map.entry("pressline.render.http.cached-bodies", "8K")));

        // Then
        assertThat(config.publicUrl()).isEqualTo("https://press.example");
        assertThat(config.siteName()).isEqualTo("The Press");
        assertThat(config.index().interval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.index().longestWait()).isEqualTo(Duration.ofSeconds(7));
        assertThat(config.index().longestWaitBehind()).isEqualTo(Duration.ofSeconds(9));
        assertThat(config.press().concurrency()).isEqualTo(3);
        assertThat(config.press().cachedItems().asLongValue()).isEqualTo(4 * 1024);
        assertThat(config.press().storedItems().asLongValue()).isEqualTo(6 * 1024);
        assertThat(config.press().itemsDirectory()).isEqualTo(Path.of("/var/items"));
        assertThat(config.webSub().hub()).contains("https://hub.example/");
        assertThat(config.search().enabled()).isFalse();
        assertThat(config.search().directory()).isEqualTo(Path.of("/var/search"));
        assertThat(config.http().requestsAtOnce()).isEqualTo(5);
        assertThat(config.http().slowestPace()).isEqualTo(Duration.ofSeconds(4));
        assertThat(config.http().cachedBodies().asLongValue()).isEqualTo(8 * 1024);
    }
}
