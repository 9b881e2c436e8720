package dev.pressline.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.event.Generation;
import dev.pressline.contract.event.Topics;
import dev.pressline.local.watch.Snapshot;
import dev.pressline.local.watch.Step;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class GenerationTextTest {

    private static final Generation OTHER = Generation.parse("b");
    private static final Snapshot NOW =
            new Snapshot(
                    Map.of(Topics.RAW, 7L, Topics.NORMALIZED, 5L),
                    Map.of(Step.NORMALIZE, 2L),
                    OptionalLong.empty());

    @Test
    void title_ofTheOneThatReadersGet_saysSo() {
        assertThat(GenerationText.title(OTHER, OTHER)).isEqualTo("generation b, which readers get");
        assertThat(GenerationText.title(Generation.FIRST, OTHER)).isEqualTo("generation first");
    }

    @Test
    void lines_ofTheFirst_haveEveryTopic() {
        assertThat(GenerationText.lines(Generation.FIRST, NOW))
                .hasSize(Topics.COMPACTED.size() + Topics.DEAD_LETTERS.size() + 4)
                .anyMatch(line -> line.matches("  pressline\\.raw\\.v1 +7"))
                .contains("  normalize      2 behind", "  render-press   up to date");
    }

    @Test
    void lines_ofAnother_haveItsOwnTopicsAndGroupsOnly() {
        assertThat(GenerationText.lines(OTHER, NOW))
                .hasSize(OTHER.topics().size() + 4)
                .anyMatch(line -> line.matches("  pressline\\.normalized\\.v1\\.b +5"))
                .noneMatch(line -> line.contains("pressline.raw.v1 "))
                .contains("  normalize.b    2 behind", "  render-index.b up to date");
    }
}
