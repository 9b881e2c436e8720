package dev.pressline.testing.faults.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pressline.local.pipeline.Service;
import dev.pressline.local.process.LaunchException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressTest {

    private static final Progress.Of OF = new Progress.Of(1_000, 7);

    @TempDir Path directory;

    @Test
    void in_whatWasKept_isReadAgain() {
        // Given
        Progress progress =
                new Progress(
                        OF,
                        3,
                        Duration.ofSeconds(20),
                        List.of(new Progress.Refused("queue", "0@5", "unreadable-value")),
                        List.of("render"),
                        List.of(
                                new Sample(
                                        Duration.ofSeconds(5),
                                        700,
                                        12,
                                        Map.of(Service.INGEST, 5L))));

        // When
        progress.keepIn(directory);

        // Then
        assertThat(Progress.in(directory, OF)).isEqualTo(progress);
    }

    @Test
    void in_emptyDirectory_hasHandedNothingIn() {
        // Given an empty directory

        // When
        Progress progress = Progress.in(directory, OF);

        // Then
        assertThat(progress.segments()).isZero();
        assertThat(progress.of()).isEqualTo(OF);
    }

    @Test
    void in_directoryOfAnotherLoad_isRefused() {
        // Given
        Progress.in(directory, OF).keepIn(directory);
        Progress.Of other = new Progress.Of(1_000, 8);

        // When / Then
        assertThatThrownBy(() -> Progress.in(directory, other))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("seed=7")
                .hasMessageContaining("name another directory");
    }
}
