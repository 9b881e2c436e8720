package dev.pressline.normalize.repair;

import dev.pressline.contract.document.Certainty;
import dev.pressline.normalize.linkloop.BrokenLinks;
import dev.pressline.normalize.linkloop.BrokenLinks.BrokenLink;
import dev.pressline.normalize.text.Mark;
import dev.pressline.normalize.text.Style;
import dev.pressline.normalize.text.TextEdit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A link in plain text whose destination is prose after a scheme: the destination goes, the anchor
 * stays. Any other bracket is left alone.
 */
final class BrokenLinkDestination implements RepairRule {

    private static final RuleName NAME = RuleName.first("broken-link-destination");

    @Override
    public RuleName name() {
        return NAME;
    }

    @Override
    public void repair(Draft draft) {
        List<TextEdit> edits = new ArrayList<>();
        List<Mark> anchors = new ArrayList<>();
        for (BrokenLink link : draft.text(Draft.TEXT).map(BrokenLinks::find).orElse(List.of())) {
            if (link.open().isPresent()) {
                int open = link.open().getAsInt();
                edits.add(TextEdit.removal(open, open + 1));
                anchors.add(anchor(open + 1, link.close()));
            }
            edits.add(TextEdit.removal(link.close(), link.end()));
        }
        if (edits.isEmpty() || !draft.allows(NAME, Certainty.CERTAIN)) {
            return;
        }
        edits.sort(Comparator.comparingInt(TextEdit::start));
        draft.mark(anchors);
        draft.edit(NAME, Certainty.CERTAIN, Draft.TEXT, edits);
    }

    private static Mark anchor(int start, int end) {
        return new Mark(start, end, new Style.Anchor(Optional.empty(), Certainty.CERTAIN));
    }
}
