package dev.pressline.normalize.core;

import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Inline;
import dev.pressline.normalize.text.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One line of a paragraph of plain text, and what the line as a whole was. Immutable.
 *
 * @param style a heading, an item or a quotation, if it was one
 */
record LineOfText(List<Inline> children, Optional<Style> style) {

    /** The block of a paragraph: what all of its lines were, else a paragraph. */
    static Block block(List<LineOfText> lines) {
        List<Style> styles = lines.stream().flatMap(line -> line.style().stream()).toList();
        boolean all = styles.size() == lines.size();
        if (all && styles.getFirst() instanceof Style.Item first) {
            return new Block.ItemList(
                    first.number() > 0,
                    Math.max(1, first.number()),
                    lines.stream().map(LineOfText::item).toList());
        }
        if (all && lines.size() == 1 && styles.getFirst() instanceof Style.Heading heading) {
            return new Block.Heading(heading.level(), lines.getFirst().children());
        }
        Block paragraph = new Block.Paragraph(joined(lines));
        boolean quoted = all && styles.stream().allMatch(Style.Quoted.class::isInstance);
        return quoted ? new Block.Quote(List.of(paragraph)) : paragraph;
    }

    private static Block.ListItem item(LineOfText line) {
        return new Block.ListItem(List.of(new Block.Paragraph(line.children())));
    }

    private static List<Inline> joined(List<LineOfText> lines) {
        List<Inline> joined = new ArrayList<>();
        for (LineOfText line : lines) {
            Stream<Inline> children = line.children().stream();
            Stream<Inline> feed =
                    joined.isEmpty() ? Stream.of() : Stream.of(new Inline.LineBreak());
            Stream.concat(feed, children).forEach(joined::add);
        }
        return joined;
    }
}
