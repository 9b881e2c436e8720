package dev.pressline.normalize.repair;

import dev.pressline.contract.document.Certainty;
import dev.pressline.normalize.text.HeadingLines;
import dev.pressline.normalize.text.HeadingLines.HeadingLine;
import dev.pressline.normalize.text.Mark;
import dev.pressline.normalize.text.Style;
import dev.pressline.normalize.text.TextEdit;
import java.util.ArrayList;
import java.util.List;

/**
 * Markdown's {@code ##} before a line that stands alone in plain text: the signs go, the line is a
 * heading.
 */
final class HeadingMarks implements RepairRule {

    private static final RuleName NAME = RuleName.first("heading-marks");

    @Override
    public RuleName name() {
        return NAME;
    }

    @Override
    public void repair(Draft draft) {
        List<HeadingLine> lines = draft.text(Draft.TEXT).map(HeadingLines::find).orElse(List.of());
        if (lines.isEmpty() || !draft.allows(NAME, Certainty.INFERRED)) {
            return;
        }
        List<TextEdit> edits = new ArrayList<>();
        for (HeadingLine line : lines) {
            edits.add(TextEdit.removal(line.line(), line.start()));
            edits.add(TextEdit.removal(line.end(), line.lineEnd()));
        }
        edits.removeIf(edit -> edit.start() == edit.end());
        draft.mark(lines.stream().map(HeadingMarks::heading).toList());
        draft.edit(NAME, Certainty.INFERRED, Draft.TEXT, edits);
    }

    private static Mark heading(HeadingLine line) {
        return new Mark(line.start(), line.end(), new Style.Heading(line.level()));
    }
}
