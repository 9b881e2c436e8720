package dev.pressline.normalize.convert.html;

import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Inline;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Quotations that are callouts: the first line says {@code [!NOTE]} or another kind. Stateless. */
final class Callouts {

    private static final String OPEN = "[!";

    private Callouts() {}

    /** The callout that the blocks of a quotation make, else the quotation. */
    static Block of(List<Block> children) {
        return first(children)
                .flatMap(text -> callout(text, children))
                .orElse(new Block.Quote(children));
    }

    private static Optional<String> first(List<Block> children) {
        return children.getFirst() instanceof Block.Paragraph paragraph
                        && paragraph.children().getFirst() instanceof Inline.Text text
                ? Optional.of(text.text())
                : Optional.empty();
    }

    private static Optional<Block> callout(String text, List<Block> children) {
        int end = text.indexOf(']');
        if (!text.startsWith(OPEN) || end <= OPEN.length() || !isKind(text.substring(2, end))) {
            return Optional.empty();
        }
        String kind = text.substring(2, end).toLowerCase(Locale.ROOT);
        boolean folded = text.startsWith("+", end + 1) || text.startsWith("-", end + 1);
        String rest = text.substring(folded ? end + 2 : end + 1).stripLeading();
        return Optional.of(new Block.Callout(Optional.of(kind), without(children, rest)));
    }

    private static boolean isKind(String text) {
        return text.chars().allMatch(c -> c < 0x80 && Character.isLetter(c));
    }

    private static List<Block> without(List<Block> children, String restOfText) {
        Block.Paragraph first = (Block.Paragraph) children.getFirst();
        List<Inline> line = new ArrayList<>(first.children());
        line.removeFirst();
        if (!restOfText.isEmpty()) {
            line.addFirst(new Inline.Text(restOfText));
        } else if (!line.isEmpty() && line.getFirst() instanceof Inline.LineBreak) {
            line.removeFirst();
        }
        List<Block> blocks = new ArrayList<>(children);
        blocks.removeFirst();
        if (!line.isEmpty()) {
            blocks.addFirst(new Block.Paragraph(line));
        }
        return blocks;
    }
}
