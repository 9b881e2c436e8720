package dev.pressline.normalize.repair;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pressline.contract.document.Certainty;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.normalize.text.Mark;
import dev.pressline.normalize.text.Style;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LinkMarksTest {

    private static Draft draft(String text, RepairSwitches switches) {
        ObjectNode record = ContractJson.mapper().createObjectNode().put("textContent", text);
        return Drafts.of(record, switches);
    }

    private static Mark anchor(int start, int end, String href) {
        return new Mark(start, end, new Style.Anchor(Optional.of(href), Certainty.CERTAIN));
    }

    private static Mark lost(int start, int end) {
        return new Mark(start, end, new Style.Anchor(Optional.empty(), Certainty.INFERRED));
    }

    @Test
    void links_becomeAnchorsThatLeadWhereTheyLed() {
        // Given
        Draft draft =
                draft(
                        "a [b c](https://x.example) d ![](https://x.example/i.png)",
                        RepairSwitches.ALL);

        // When
        new LinkMarks().repair(draft);

        // Then
        assertThat(draft.text(Draft.TEXT)).contains("a b c d https://x.example/i.png");
        assertThat(draft.marks())
                .containsExactly(
                        anchor(2, 5, "https://x.example"),
                        anchor(8, 31, "https://x.example/i.png"));
    }

    @Test
    void anchorWithoutATarget_givesWayToALinkOverIt_andToNoOther() {
        // Given
        Draft draft =
                draft("[ab](https://x.example) cd [e](https://y.example)", RepairSwitches.ALL);
        Mark quoted = new Mark(1, 3, new Style.Quoted());
        draft.marks(List.of(lost(1, 3), quoted, lost(24, 26)));

        // When
        new LinkMarks().repair(draft);

        // Then
        assertThat(draft.text(Draft.TEXT)).contains("ab cd e");
        assertThat(draft.marks())
                .containsExactlyInAnyOrder(
                        anchor(0, 2, "https://x.example"),
                        new Mark(0, 2, new Style.Quoted()),
                        lost(3, 5),
                        anchor(6, 7, "https://y.example"));
    }

    @Test
    void switchedOff_leavesTextAndMarks() {
        // Given
        Draft draft =
                draft("[ab](https://x.example)", RepairSwitches.of(true, Set.of("link-marks")));

        // When
        new LinkMarks().repair(draft);

        // Then
        assertThat(draft.text(Draft.TEXT)).contains("[ab](https://x.example)");
        assertThat(draft.marks()).isEmpty();
        assertThat(draft.repairs()).isEmpty();
    }
}
