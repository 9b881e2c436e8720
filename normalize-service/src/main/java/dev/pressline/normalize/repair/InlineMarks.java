package dev.pressline.normalize.repair;

import dev.pressline.contract.document.Certainty;
import dev.pressline.normalize.text.DelimitedSpans;
import dev.pressline.normalize.text.DelimitedSpans.Span;
import dev.pressline.normalize.text.Mark;
import dev.pressline.normalize.text.Style;
import dev.pressline.normalize.text.TextEdit;
import java.util.ArrayList;
import java.util.List;

/**
 * Markdown's {@code _so_} and {@code ~~so~~} in plain text: the marks go, the stretch keeps its
 * style. People write both by hand, too, so the record must hold better evidence of Markdown: a
 * link, a heading, or a paragraph between double stars.
 */
final class InlineMarks implements RepairRule {

    private final RuleName name;
    private final String marker;
    private final Style style;

    private InlineMarks(String id, String marker, Style style) {
        this.name = RuleName.first(id);
        this.marker = marker;
        this.style = style;
    }

    /** The rule for {@code _so_}. */
    static InlineMarks emphasis() {
        return new InlineMarks("emphasis-marks", "_", new Style.Emphasis());
    }

    /** The rule for {@code ~~so~~}. */
    static InlineMarks strikethrough() {
        return new InlineMarks("strikethrough-marks", "~~", new Style.Struck());
    }

    @Override
    public RuleName name() {
        return name;
    }

    @Override
    public void repair(Draft draft) {
        List<Span> spans =
                draft.text(Draft.TEXT)
                        .map(text -> DelimitedSpans.find(text, marker))
                        .orElse(List.of());
        boolean allowed = draft.allows(name, Certainty.INFERRED);
        if (!spans.isEmpty() && allowed && MarkdownSigns.in(draft.rawText(Draft.TEXT).orElse(""))) {
            draft.mark(spans.stream().map(s -> new Mark(s.start(), s.end(), style)).toList());
            draft.edit(name, Certainty.INFERRED, Draft.TEXT, edits(spans));
        }
    }

    private List<TextEdit> edits(List<Span> spans) {
        List<TextEdit> edits = new ArrayList<>();
        for (Span span : spans) {
            edits.add(TextEdit.removal(span.start(), span.start() + marker.length()));
            edits.add(TextEdit.removal(span.end() - marker.length(), span.end()));
        }
        return edits;
    }
}
