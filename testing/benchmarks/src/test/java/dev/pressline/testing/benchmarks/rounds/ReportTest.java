package dev.pressline.testing.benchmarks.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportTest {

    private static Stream<Path> kept() throws IOException {
        try (Stream<Path> directories = Files.list(Path.of("rounds"))) {
            return directories.filter(Files::isDirectory).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("kept")
    void report_thatIsKept_saysWhatItsFiguresSay(Path directory) throws IOException {
        // Given
        Ledger ledger = Ledger.open(directory.resolve(ReportFiles.LEDGER));

        // When
        Report report = new Report(ledger.about(), ledger.figures());

        // Then
        assertThat(directory.resolve(ReportFiles.TEXT)).hasContent(report.markdown());
        assertThat(report.plots())
                .allSatisfy(plot -> assertThat(directory.resolve(plot.file())).isNotEmptyFile());
    }

    @Test
    void markdown_ofWhatWasMeasured_leavesTheRestOut() {
        // Given
        RoundFigures figures =
                new RoundFigures(
                        Map.of(
                                "latency.0.5.page.p50", Map.of(1, 40.0, 2, 50.0, 3, 60.0),
                                "latency.0.5.feed.p50", Map.of(1, 70.0)));

        // When
        Report report = new Report(List.of("Two cores."), figures);

        // Then
        assertThat(report.markdown())
                .startsWith("# Rounds\n\nTwo cores.\n")
                .contains("Milliseconds since it was due. Rounds: 3.\n")
                .contains(
                        "| at 50 %, until | p50 | p99 | p99.9 |\n|---|---|---|---|\n"
                                + "| page readable | 50.0 (40.0–60.0) |  |  |\n"
                                + "| feed readable | 70.0 |  |  |\n")
                .contains("(latency-50.png)")
                .doesNotContain("## Import", "## Growth", "raw record accepted");
        assertThat(report.plots()).extracting(Plot::file).containsExactly("latency-50.png");
    }

    @Test
    void markdown_ofStages_saysWhatTheyWouldTakeAlone() {
        // Given
        RoundFigures figures =
                new RoundFigures(
                        Map.of(
                                "compare.pressline.documents-per-second", Map.of(1, 50.0),
                                "compare.pressline.ingest.cpu-ms", Map.of(1, 0.5, 2, 1.0, 3, 2.0)));

        // When
        String markdown = new Report(List.of(), figures).markdown();

        // Then
        assertThat(markdown).contains("| ingest | 1,000 (500–2,000) |");
    }
}
