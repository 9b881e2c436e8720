package dev.pressline.local.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pressline.local.embedded.EmbeddedStore;
import dev.pressline.local.pipeline.Addresses;
import dev.pressline.local.process.LaunchException;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteExportTest {

    @TempDir Path directory;

    @Test
    void site_inTheStore_becomesFilesWithoutMarksOfTheRemoved() throws Exception {
        // Given
        try (EmbeddedStore store = EmbeddedStore.start(directory.resolve("data"));
                MinioClient client = store.client()) {
            store.createBuckets(List.of(Addresses.SITE_BUCKET));
            put(client, "index.html", "front");
            put(client, "document/did:plc:abc/3mf/index.html", "page");
            put(client, "gone/document/did:plc:abc/3me/index.html", "mark");

            // When
            List<String> keys = SiteExport.copy(new SiteStore(client), directory.resolve("site"));

            // Then
            assertThat(keys).containsExactly("document/did:plc:abc/3mf/index.html", "index.html");
            assertThat(directory.resolve("site/index.html")).hasContent("front");
            assertThat(directory.resolve("site/document/did:plc:abc/3mf/index.html"))
                    .hasContent("page");
            assertThat(directory.resolve("site/gone")).doesNotExist();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside", "a/../../outside", "/etc/outside", "a//b/../c", "a\nb"})
    void key_thatIsNoPlainPath_isRefused(String key) {
        // When / Then
        assertThatThrownBy(() -> SiteExport.file(directory, key))
                .isInstanceOf(LaunchException.class);
    }

    private static void put(MinioClient client, String key, String text) throws Exception {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        client.putObject(
                PutObjectArgs.builder()
                        .bucket(Addresses.SITE_BUCKET)
                        .object(key)
                        .data(bytes, bytes.length)
                        .build());
    }
}
