package dev.pressline.normalize.convert.plain;

import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Inline;
import dev.pressline.normalize.convert.inline.Texts;
import java.util.ArrayList;
import java.util.List;

/**
 * Plain text as paragraphs: an empty line ends one, a single line feed is a forced break. Blanks
 * before a line stay, since some indent code by them. No mark is read as markup. Stateless.
 */
public final class PlainParagraphs {

    private PlainParagraphs() {}

    /** The paragraphs of a text, none of them empty. */
    public static List<Block> of(String text) {
        List<Block> paragraphs = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        text.lines()
                .forEach(
                        line -> {
                            if (line.isBlank()) {
                                flush(paragraph, paragraphs);
                            } else {
                                paragraph.append(paragraph.isEmpty() ? "" : "\n").append(line);
                            }
                        });
        flush(paragraph, paragraphs);
        return List.copyOf(paragraphs);
    }

    private static void flush(StringBuilder paragraph, List<Block> paragraphs) {
        List<Inline> children = Texts.lines(paragraph.toString().stripTrailing());
        if (!children.isEmpty()) {
            paragraphs.add(new Block.Paragraph(children));
        }
        paragraph.setLength(0);
    }
}
