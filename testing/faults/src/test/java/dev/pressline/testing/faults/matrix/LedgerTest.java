package dev.pressline.testing.faults.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pressline.local.process.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {

    @TempDir Path directory;

    private Path file;
    private Ledger ledger;

    @BeforeEach
    void open() {
        file = directory.resolve("runs.ndjson");
        ledger = new Ledger(file, "abc");
    }

    @Test
    void rows_runsThatWereAdded_areReadAgain() {
        // Given
        List<Run> runs =
                List.of(
                        Runs.bad("a"),
                        Run.ended(Runs.line("b"), 2, new AssertionError("not\nquiet")),
                        Runs.good("a", 3));

        // When
        runs.forEach(ledger::add);

        // Then
        assertThat(new Ledger(file, "abc").rows().values())
                .containsExactly(
                        new Row("a", List.of(runs.get(2))), new Row("b", List.of(runs.get(1))));
    }

    @Test
    void rows_runsOfOtherCode_countForNothing() {
        // When
        ledger.add(Runs.good("a", 1));

        // Then
        assertThat(new Ledger(file, "def").rows()).isEmpty();
    }

    @Test
    void rows_lineThatIsNoRun_isNamed() throws IOException {
        // When
        Files.writeString(file, "{\"code\":\n");

        // Then
        assertThatThrownBy(ledger::rows)
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("runs.ndjson has a line that is no run: {\"code\":");
    }
}
