package dev.pressline.normalize.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.repair.RuleGuide;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RuleGuideTest {

    @Test
    void guide_ofTheContract_describesEveryRuleAndNoOther() {
        // Given
        Set<String> rules =
                RepairRules.names().stream().map(RuleName::id).collect(Collectors.toSet());

        // When / Then
        assertThat(RuleGuide.rules()).containsExactlyInAnyOrderElementsOf(rules);
    }

    @Test
    void guide_ofEachRule_saysBothInSentences() {
        assertThat(RuleGuide.rules())
                .allSatisfy(
                        rule -> {
                            assertThat(RuleGuide.of(rule).what()).endsWith(".");
                            assertThat(RuleGuide.of(rule).fix()).endsWith(".");
                        });
    }
}
