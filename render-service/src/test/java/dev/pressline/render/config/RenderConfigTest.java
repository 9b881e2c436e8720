package dev.pressline.render.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
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
        assertThat(config.press().cachedItems().asLongValue()).isEqualTo(32 * 1024 * 1024);
    }

    @Test
    void render_withSettings_readsThemUnderTheDocumentedKeys() {
        // When
        RenderConfig config =
                read(
                        Map.of(
                                "pressline.public-url", "https://press.example",
                                "pressline.site-name", "The Press",
                                "pressline.render.index.interval", "1s",
                                "pressline.render.index.longest-wait", "7s",
                                "pressline.render.index.longest-wait-behind", "9s",
                                "pressline.render.press.concurrency", "3",
                                "pressline.render.press.cached-items", "4K"));

        // Then
        assertThat(config.publicUrl()).isEqualTo("https://press.example");
        assertThat(config.siteName()).isEqualTo("The Press");
        assertThat(config.index().interval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.index().longestWait()).isEqualTo(Duration.ofSeconds(7));
        assertThat(config.index().longestWaitBehind()).isEqualTo(Duration.ofSeconds(9));
        assertThat(config.press().concurrency()).isEqualTo(3);
        assertThat(config.press().cachedItems().asLongValue()).isEqualTo(4 * 1024);
    }
}
