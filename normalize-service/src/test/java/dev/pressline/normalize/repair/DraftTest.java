package dev.pressline.normalize.repair;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.pressline.contract.document.Certainty;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.normalize.core.Records;
import dev.pressline.normalize.text.TextEdit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DraftTest {

    private static final RuleName RULE = RuleName.first("test");

    @Test
    void rawRecord_whoseInnerFieldsAreRepaired_staysAsItCame() {
        // Given
        ObjectNode raw =
                (ObjectNode)
                        Records.json(
                                "{\"title\":\"t\",\"tags\":[\"#a\",\"#b\"],"
                                        + "\"content\":{\"pages\":[{\"text\":\"x!\"}]}}");
        JsonNode before = raw.deepCopy();
        Draft draft =
                new Draft(
                        raw,
                        new RecordFacts(Records.SEED, Tid.parse("3mf42slbt3h2c"), Optional.empty()),
                        RepairSwitches.ALL);
        List<TextEdit> first = List.of(TextEdit.removal(0, 1));
        List<TextEdit> second = List.of(TextEdit.removal(1, 2));

        // When
        draft.edit(RULE, Certainty.CERTAIN, "/tags/0", first);
        draft.edit(RULE, Certainty.CERTAIN, "/tags/1", first);
        draft.edit(RULE, Certainty.CERTAIN, "/content/pages/0/text", second);
        draft.change(RULE, Certainty.CERTAIN, "/title", TextNode.valueOf("T"));
        draft.bodyIsElsewhere("x");

        // Then
        assertThat(raw).isEqualTo(before);
        assertThat(draft.texts("/tags")).contains(List.of("a", "b"));
        assertThat(draft.text("/content/pages/0/text")).contains("x");
        assertThat(draft.text("/title")).contains("T");
    }
}
