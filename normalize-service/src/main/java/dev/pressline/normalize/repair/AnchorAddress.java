package dev.pressline.normalize.repair;

import dev.pressline.contract.document.Certainty;
import dev.pressline.normalize.text.Mark;
import dev.pressline.normalize.text.Style;
import dev.pressline.normalize.text.WebAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The anchor of a lost link that is itself an address most likely led there. */
final class AnchorAddress implements RepairRule {

    private static final RuleName NAME = RuleName.first("anchor-address");

    @Override
    public RuleName name() {
        return NAME;
    }

    @Override
    public void repair(Draft draft) {
        if (!draft.allows(NAME, Certainty.INFERRED)) {
            return;
        }
        String text = draft.text(Draft.TEXT).orElse("");
        List<Mark> marks = new ArrayList<>();
        for (Mark mark : draft.marks()) {
            marks.add(addressed(draft, mark, text.substring(mark.start(), mark.end())));
        }
        draft.marks(marks);
    }

    private static Mark addressed(Draft draft, Mark mark, String anchor) {
        boolean lost = mark.style() instanceof Style.Anchor given && given.href().isEmpty();
        return lost
                ? WebAddress.of(anchor).map(href -> link(draft, mark, anchor, href)).orElse(mark)
                : mark;
    }

    private static Mark link(Draft draft, Mark mark, String anchor, String href) {
        draft.note(NAME, Certainty.INFERRED, Draft.TEXT, anchor, href);
        return new Mark(
                mark.start(), mark.end(), new Style.Anchor(Optional.of(href), Certainty.INFERRED));
    }
}
