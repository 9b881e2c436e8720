package dev.pressline.normalize.repair;

import dev.pressline.contract.document.Certainty;
import dev.pressline.normalize.text.Mark;
import dev.pressline.normalize.text.MarkdownLinks;
import dev.pressline.normalize.text.MarkdownLinks.MarkdownLink;
import dev.pressline.normalize.text.Style;
import dev.pressline.normalize.text.TextEdit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Markdown's {@code [anchor](https://…)} in plain text: the marks go, the anchor stays and leads
 * there. An image leaves its alternative text, or its address where it has none. Code and links of
 * any other scheme stay as they are.
 */
final class LinkMarks implements RepairRule {

    private static final RuleName NAME = RuleName.first("link-marks");

    @Override
    public RuleName name() {
        return NAME;
    }

    @Override
    public void repair(Draft draft) {
        List<MarkdownLink> links =
                draft.text(Draft.TEXT).map(MarkdownLinks::find).orElse(List.of());
        if (links.isEmpty() || !draft.allows(NAME, Certainty.INFERRED)) {
            return;
        }
        List<TextEdit> edits = new ArrayList<>();
        List<Mark> anchors = new ArrayList<>();
        for (MarkdownLink link : links) {
            boolean unnamed = link.close() == link.open() + 1;
            int start = unnamed ? link.close() + 2 : link.open() + 1;
            int end = unnamed ? start + link.url().length() : link.close();
            edits.add(TextEdit.removal(link.image() ? link.open() - 1 : link.open(), start));
            edits.add(TextEdit.removal(end, link.end()));
            if (!link.inner()) {
                anchors.add(anchor(start, end, link.url()));
            }
        }
        edits.sort(Comparator.comparingInt(TextEdit::start));
        mark(draft, anchors);
        draft.edit(NAME, Certainty.INFERRED, Draft.TEXT, edits);
    }

    private static Mark anchor(int start, int end, String url) {
        return new Mark(start, end, new Style.Anchor(Optional.of(url), Certainty.CERTAIN));
    }

    /** Marks the anchors; what was guessed to be one without a target is known better now. */
    private static void mark(Draft draft, List<Mark> anchors) {
        List<Mark> marks = new ArrayList<>(draft.marks());
        marks.removeIf(mark -> isLost(mark) && isWithin(anchors, mark));
        marks.addAll(anchors);
        draft.marks(marks);
    }

    private static boolean isLost(Mark mark) {
        return mark.style() instanceof Style.Anchor anchor && anchor.href().isEmpty();
    }

    /** Whether an anchor covers a mark; the anchors are in order and apart. */
    private static boolean isWithin(List<Mark> anchors, Mark mark) {
        int at = Collections.binarySearch(anchors, mark, Comparator.comparingInt(Mark::end));
        int next = at < 0 ? -at - 1 : at;
        return next < anchors.size() && anchors.get(next).start() < mark.end();
    }
}
