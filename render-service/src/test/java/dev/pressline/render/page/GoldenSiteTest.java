package dev.pressline.render.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.render.sample.SampleSite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The bytes of a whole small site. The site as rendered lies in {@code target/sample-site}, to be
 * looked at; {@code -Dgolden.update=true} makes it the expected one.
 */
class GoldenSiteTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final Path RENDERED = Path.of("target/sample-site");

    @Test
    void site_renderedTwice_hasTheSameBytes() {
        // Given
        Map<String, byte[]> first = SampleSite.objects();

        // When
        Map<String, byte[]> second = SampleSite.objects();

        // Then
        assertThat(second.keySet()).isEqualTo(first.keySet());
        second.forEach((key, bytes) -> assertThat(bytes).as(key).isEqualTo(first.get(key)));
    }

    @Test
    void site_ofSamples_matchesTheGoldenFiles() throws IOException {
        // Given
        Map<String, byte[]> site = SampleSite.objects();
        write(site);
        for (Map.Entry<String, byte[]> object : site.entrySet()) {
            if (object.getKey().matches("assets/.*|.*\\.ico")) {
                continue;
            }
            Path golden = GOLDEN.resolve(object.getKey().replace(':', '_'));

            // When
            String rendered = withoutStyleHash(object.getValue());

            // Then
            if (Boolean.getBoolean("golden.update")) {
                Files.createDirectories(golden.getParent());
                Files.writeString(golden, rendered);
            }
            assertThat(rendered).as(object.getKey()).isEqualTo(Files.readString(golden));
        }
    }

    /** A page says the same when only the stylesheet has changed. */
    private static String withoutStyleHash(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8)
                .replace(Assets.style().key(), "assets/pressline.css");
    }

    private static void write(Map<String, byte[]> site) throws IOException {
        for (Map.Entry<String, byte[]> object : site.entrySet()) {
            Path file = RENDERED.resolve(object.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, object.getValue());
        }
    }
}
