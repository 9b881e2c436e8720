package dev.pressline.normalize.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The names of the rules, in the page about them and in the configuration. */
class RepairsPageTest {

    private static final Path PAGE = Path.of("..", "docs", "repairs.md");

    @Test
    void page_listsExactlyTheRules() throws IOException {
        // Given
        List<String> rules = RepairRules.names().stream().map(RuleName::id).sorted().toList();

        // When
        List<String> listed =
                Files.readAllLines(PAGE).stream()
                        .dropWhile(line -> !line.equals("## Rules"))
                        .takeWhile(line -> !line.startsWith("## Reported"))
                        .filter(line -> line.startsWith("| `"))
                        .map(line -> line.split("`", 3)[1])
                        .toList();

        // Then
        assertThat(listed).isEqualTo(rules).doesNotHaveDuplicates();
    }

    @Test
    void switches_namingNoRule_areRefusedWithTheName() {
        assertThatThrownBy(() -> RepairSwitches.of(true, Set.of("bold-marks", "no-such-rule")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no-such-rule")
                .hasMessageContaining("pressline.normalize.disabled-rules");
    }
}
