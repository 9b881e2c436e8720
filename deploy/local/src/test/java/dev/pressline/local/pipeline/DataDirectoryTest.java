package dev.pressline.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pressline.local.process.LaunchException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir Path parent;

    @Test
    void directory_heldByAnother_isRefused() {
        // Given
        try (DataDirectory held = DataDirectory.take(parent.resolve("data"))) {
            // When / Then
            assertThatThrownBy(() -> DataDirectory.take(held.path()))
                    .isInstanceOf(LaunchException.class)
                    .hasMessageContaining("another pipeline runs");
        }
    }

    @Test
    void directory_letGo_isTakenAgainAndRemembersTheSamples() {
        // Given
        try (DataDirectory first = DataDirectory.take(parent.resolve("data"))) {
            assertThat(first.hasSamples()).isFalse();
            first.markSamples();
        }

        // When
        try (DataDirectory second = DataDirectory.take(parent.resolve("data"))) {

            // Then
            assertThat(second.hasSamples()).isTrue();
        }
    }
}
