package dev.pressline.render.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.render.sample.SampleSite;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.FutureTask;
import nu.validator.client.EmbeddedValidator;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

/** What the checker of the W3C says of every kind of page. */
class HtmlValidityTest {

    /** The checker's grammar is deep. */
    private static final long STACK = 64 << 20;

    @Test
    void pages_ofEveryKind_haveNeitherErrorsNorWarnings() throws Exception {
        // Given
        Map<String, byte[]> site = SampleSite.objects();
        FutureTask<Map<String, String>> check = new FutureTask<>(() -> messages(site));

        // When
        Thread.ofPlatform().stackSize(STACK).start(check);

        // Then
        assertThat(check.get()).isEmpty();
    }

    @Test
    void page_withAnError_isFound() throws Exception {
        // Given
        byte[] page =
                "<!doctype html><title>x</title><p><div></p>".getBytes(StandardCharsets.UTF_8);
        FutureTask<Map<String, String>> check =
                new FutureTask<>(() -> messages(Map.of("index.html", page)));

        // When
        Thread.ofPlatform().stackSize(STACK).start(check);

        // Then
        assertThat(check.get()).containsKey("index.html");
    }

    private static Map<String, String> messages(Map<String, byte[]> site) {
        Map<String, String> messages = new LinkedHashMap<>();
        site.forEach(
                (key, bytes) -> {
                    String said = key.endsWith(".html") ? check(bytes) : "";
                    if (!said.isBlank()) {
                        messages.put(key, said);
                    }
                });
        return messages;
    }

    private static String check(byte[] page) {
        EmbeddedValidator validator = new EmbeddedValidator();
        validator.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
        try {
            return validator.validate(new ByteArrayInputStream(page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }
}
