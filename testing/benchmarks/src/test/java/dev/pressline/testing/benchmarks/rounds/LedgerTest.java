package dev.pressline.testing.benchmarks.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pressline.local.process.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {

    @TempDir Path directory;

    private Path figures(String text) throws IOException {
        return Files.writeString(directory.resolve("figures.tsv"), text);
    }

    private Path file() {
        return directory.resolve("rounds.tsv");
    }

    @Test
    void ledger_openedAgain_knowsWhatWasMeasured() throws IOException {
        // Given
        Ledger before = Ledger.open(file());
        before.add(1, Measurement.FEEDS, figures("feeds.anew.us\t14.5\n"));
        before.add(2, Measurement.FEEDS, figures("feeds.anew.us\t15.5\n"));

        // When
        Ledger ledger = Ledger.open(file());

        // Then
        assertThat(ledger.has(2, Measurement.FEEDS)).isTrue();
        assertThat(ledger.has(3, Measurement.FEEDS)).isFalse();
        assertThat(ledger.has(1, Measurement.BLOBS)).isFalse();
        assertThat(ledger.figures())
                .isEqualTo(new RoundFigures(Map.of("feeds.anew.us", Map.of(1, 14.5, 2, 15.5))));
    }

    @Test
    void begin_ofALedgerThatHasBegun_changesNothing() throws IOException {
        // Given
        Ledger.open(file()).begin(List.of("Two cores.", "Java 25."));

        // When
        Ledger ledger = Ledger.open(file());
        ledger.begin(List.of("Another machine."));

        // Then
        assertThat(ledger.about()).containsExactly("Two cores.", "Java 25.");
        assertThat(Ledger.open(file()).about()).containsExactly("Two cores.", "Java 25.");
    }

    @Test
    void add_withoutFigures_isRefused() throws IOException {
        // Given
        Ledger ledger = Ledger.open(file());
        Path nothing = figures("");

        // When / Then
        assertThatThrownBy(() -> ledger.add(1, Measurement.FEEDS, nothing))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("feeds measured nothing");
    }

    @Test
    void open_lineThatWasCutOff_isRefused() throws IOException {
        // Given
        Files.writeString(file(), "1\tFEEDS\tfeeds.anew.us\n");

        // When / Then
        assertThatThrownBy(() -> Ledger.open(file()))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("without four fields");
    }
}
