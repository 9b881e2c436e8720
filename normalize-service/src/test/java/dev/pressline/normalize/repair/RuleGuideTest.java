package dev.pressline.normalize.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.repair.RuleGuide;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RuleGuideTest {

    /** What the rule of link anchors calls its repair of the text. */
    private static final String LINK_LOOP = "link-loop";

    @Test
    void guide_ofTheContract_describesEveryRuleAndNoOther() {
        // Given
        Set<String> rules =
                RepairRules.all().stream()
                        .map(rule -> rule.name().id())
                        .collect(Collectors.toSet());
        rules.add(LINK_LOOP);

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
