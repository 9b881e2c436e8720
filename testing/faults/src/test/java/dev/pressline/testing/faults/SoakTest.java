package dev.pressline.testing.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.pressline.testing.faults.soak.Soak;
import dev.pressline.testing.faults.soak.SoakReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
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
 * target/soak.md}. After {@code pressline.soak.minutes} it is stopped in good order, and goes on
 * when it is run again with the same {@code pressline.soak.directory}.
 */
@EnabledIfSystemProperty(named = "pressline.soak.documents", matches = "\\d+")
@Timeout(value = 7, unit = TimeUnit.DAYS)
class SoakTest {

    private static final String DIRECTORY = System.getProperty("pressline.soak.directory", "");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path temporary;

    @Test
    void pipeline_killedAgainAndAgainUnderALongLoad_standsAsTheOracleSays() throws IOException {
        // Given
        Soak soak =
                new Soak(
                        Long.getLong("pressline.soak.documents"),
                        Long.getLong("pressline.soak.seed", 1),
                        Duration.ofSeconds(Long.getLong("pressline.soak.pause", 60)),
                        Duration.ofMinutes(Long.getLong("pressline.soak.minutes", 10_000)));
        Path directory =
                DIRECTORY.isEmpty() ? temporary : Files.createDirectories(Path.of(DIRECTORY));

        // When
        Optional<SoakReport> end = soak.run(directory);
        assumeThat(end).as("the load is not over; the same command goes on").isPresent();
        SoakReport report = end.orElseThrow();

        // Then
        Files.writeString(Path.of("target/soak.md"), report.markdown("soak-memory.svg"));
        Files.writeString(Path.of("target/soak-memory.svg"), report.plot());
        System.out.println(report.markdown("soak-memory.svg"));
        assertThat(report.killed()).isNotEmpty();
        assertThat(report.findings()).as("findings; see %s", directory).isEmpty();
    }
}
