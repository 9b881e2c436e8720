package dev.pressline.normalize.repair;

import dev.pressline.contract.document.Certainty;
import dev.pressline.normalize.text.Mark;
import dev.pressline.normalize.text.StrongSpans;
import dev.pressline.normalize.text.StrongSpans.StrongSpan;
import dev.pressline.normalize.text.Style;
import dev.pressline.normalize.text.TextEdit;
import java.util.ArrayList;
import java.util.List;

/**
 * Markdown's {@code **} in plain text: the stars go, the stretch is strong. A whole paragraph
 * between stars is certain, words within one are inferred.
 */
final class BoldMarks implements RepairRule {

    private static final RuleName NAME = RuleName.first("bold-marks");
    private static final int MARKER = 2;

    @Override
    public RuleName name() {
        return NAME;
    }

    @Override
    public void repair(Draft draft) {
        repair(draft, Certainty.CERTAIN, true);
        repair(draft, Certainty.INFERRED, false);
    }

    private static void repair(Draft draft, Certainty certainty, boolean wholeLine) {
        List<StrongSpan> spans =
                StrongSpans.find(draft.text(Draft.TEXT).orElse("")).stream()
                        .filter(span -> span.wholeLine() == wholeLine && span.joints().isEmpty())
                        .toList();
        if (spans.isEmpty() || !draft.allows(NAME, certainty)) {
            return;
        }
        draft.mark(spans.stream().map(BoldMarks::strong).toList());
        List<TextEdit> edits = new ArrayList<>();
        for (StrongSpan span : spans) {
            edits.add(TextEdit.removal(span.start(), span.start() + MARKER));
            edits.add(TextEdit.removal(span.end() - MARKER, span.end()));
        }
        draft.edit(NAME, certainty, Draft.TEXT, edits);
    }

    private static Mark strong(StrongSpan span) {
        return new Mark(span.start(), span.end(), new Style.Strong());
    }
}
