package dev.pressline.testing.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.testing.faults.soak.Soak;
import dev.pressline.testing.faults.soak.SoakReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * A load of as many documents as the system property {@code pressline.soak.documents} says, with
 * updates, deletes, duplicates and poison, while something is killed every {@code
 * pressline.soak.pause} seconds, stands in the end as the oracle says. The report goes to {@code
 * target/soak.md}.
 */
@EnabledIfSystemProperty(named = "pressline.soak.documents", matches = "\\d+")
@Timeout(value = 7, unit = TimeUnit.DAYS)
class SoakTest {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path directory;

    @Test
    void pipeline_killedAgainAndAgainUnderALongLoad_standsAsTheOracleSays() throws IOException {
        // Given
        Soak soak =
                new Soak(
                        Long.getLong("pressline.soak.documents"),
                        Long.getLong("pressline.soak.seed", 1),
                        Duration.ofSeconds(Long.getLong("pressline.soak.pause", 60)));

        // When
        SoakReport report = soak.run(directory);

        // Then
        Files.writeString(Path.of("target/soak.md"), report.markdown("soak-memory.svg"));
        Files.writeString(Path.of("target/soak-memory.svg"), report.plot());
        System.out.println(report.markdown("soak-memory.svg"));
        assertThat(report.killed()).isNotEmpty();
        assertThat(report.findings()).as("findings; see %s", directory).isEmpty();
    }
}
