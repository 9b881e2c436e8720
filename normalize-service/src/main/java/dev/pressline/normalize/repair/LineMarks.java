package dev.pressline.normalize.repair;

import dev.pressline.contract.document.Certainty;
import dev.pressline.normalize.text.Mark;
import dev.pressline.normalize.text.MarkedLines;
import dev.pressline.normalize.text.MarkedLines.MarkedLine;
import dev.pressline.normalize.text.Style;
import dev.pressline.normalize.text.TextEdit;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Markdown's marks before the lines of a plain text: those of items and of quotations. People write
 * both by hand, too, and they read well, so the record must hold better evidence of Markdown, or
 * the items be indented as only converters write them.
 */
final class LineMarks implements RepairRule {

    private final RuleName name;
    private final Function<String, List<List<MarkedLine>>> finder;
    private final Function<MarkedLine, Style> style;
    private final Predicate<MarkedLine> telling;

    private LineMarks(
            String id,
            Function<String, List<List<MarkedLine>>> finder,
            Function<MarkedLine, Style> style,
            Predicate<MarkedLine> telling) {
        this.name = RuleName.first(id);
        this.finder = finder;
        this.style = style;
        this.telling = telling;
    }

    /** The rule for items. */
    static LineMarks lists() {
        return new LineMarks(
                "list-marks",
                MarkedLines::lists,
                line -> new Style.Item(line.number()),
                MarkedLine::isIndented);
    }

    /** The rule for quotations. */
    static LineMarks quotations() {
        return new LineMarks(
                "quote-marks", MarkedLines::quotations, line -> new Style.Quoted(), line -> false);
    }

    @Override
    public RuleName name() {
        return name;
    }

    @Override
    public void repair(Draft draft) {
        List<List<MarkedLine>> found = draft.text(Draft.TEXT).map(finder).orElse(List.of());
        if (found.isEmpty()) {
            return;
        }
        boolean markdown = draft.rawText(Draft.TEXT).filter(MarkdownSigns::in).isPresent();
        List<MarkedLine> lines =
                found.stream()
                        .filter(p -> markdown || p.stream().allMatch(telling))
                        .flatMap(List::stream)
                        .toList();
        if (!lines.isEmpty() && draft.allows(name, Certainty.INFERRED)) {
            draft.mark(
                    lines.stream().map(l -> new Mark(l.start(), l.end(), style.apply(l))).toList());
            draft.edit(
                    name,
                    Certainty.INFERRED,
                    Draft.TEXT,
                    lines.stream().map(l -> TextEdit.removal(l.line(), l.start())).toList());
        }
    }
}
