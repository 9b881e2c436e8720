package dev.pressline.local.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pressline.local.process.LaunchException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputDirectoryTest {

    @TempDir Path parent;

    @Test
    void directory_withForeignFiles_isLeftAlone() throws Exception {
        // Given
        Path file = Files.createDirectories(parent.resolve("site")).resolve("mine.txt");
        Files.writeString(file, "mine");

        // When / Then
        assertThatThrownBy(() -> OutputDirectory.prepare(parent))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("not ours");
        assertThat(file).hasContent("mine");
    }

    @Test
    void directory_ofAnEarlierRun_isEmptiedEvenWhenThatWasCutShort() throws Exception {
        // Given
        Path out = OutputDirectory.prepare(parent.resolve("out"));
        Path page = Files.createDirectories(out.resolve("site/document")).resolve("index.html");
        Files.writeString(page, "old");

        // When
        OutputDirectory.prepare(out);

        // Then
        assertThat(out.resolve("site")).doesNotExist();
    }
}
