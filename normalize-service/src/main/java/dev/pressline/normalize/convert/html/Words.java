package dev.pressline.normalize.convert.html;

import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Inline;
import java.util.ArrayList;
import java.util.List;

/** The words of blocks for a place that takes only a line. Stateless. */
final class Words {

    private Words() {}

    /** The inlines of the paragraphs and headings among blocks, a forced break between them. */
    static List<Inline> of(List<Block> blocks) {
        List<Inline> words = new ArrayList<>();
        for (Block block : blocks) {
            List<Inline> line = line(block);
            if (!words.isEmpty() && !line.isEmpty()) {
                words.add(new Inline.LineBreak());
            }
            words.addAll(line);
        }
        return List.copyOf(words);
    }

    private static List<Inline> line(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            return paragraph.children();
        }
        return block instanceof Block.Heading heading ? heading.children() : List.of();
    }
}
