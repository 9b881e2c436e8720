package dev.pressline.render.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AssetsTest {

    @Test
    void style_ofTheSite_isSmallAndAsksForNothingElse() {
        // Given
        Asset style = Assets.style();

        // When
        String css = new String(style.bytes(), StandardCharsets.UTF_8);

        // Then
        assertThat(style.bytes()).hasSizeLessThan(15_000);
        assertThat(css).doesNotContain("url(", "@import", "@font-face", "http:", "https:");
    }

    @Test
    void keys_ofAssets_nameTheirContent() {
        // When
        Asset one = Asset.of("x", "css", "text/css", new byte[] {1});
        Asset other = Asset.of("x", "css", "text/css", new byte[] {2});

        // Then
        assertThat(one.key()).matches("assets/x-[a-z2-7]{16}\\.css").isNotEqualTo(other.key());
    }
}
