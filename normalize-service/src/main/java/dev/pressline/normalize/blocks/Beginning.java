package dev.pressline.normalize.blocks;

import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Inline;
import dev.pressline.normalize.text.Graphemes;
import dev.pressline.normalize.text.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The beginning of a body as prose: the whole sentences of its first paragraphs that follow each
 * other, quoted ones among them. Headings, captions, items, notes that are stressed from end to
 * end, and the words that lead to a list are none. Mutable; one use each.
 */
public final class Beginning {

    /** A stretch of more grapheme clusters is long enough: no further paragraph joins it. */
    private static final int ENOUGH = 100;

    /** A stretch of no more says little, such as a greeting before a picture: a later one wins. */
    private static final int LITTLE = 40;

    private final List<String> stretches = new ArrayList<>();
    private String open = "";

    private Beginning() {}

    /**
     * The beginning in {@code max} grapheme clusters at most, cut at a word's end where not even
     * one sentence fits. Of a body without such prose that of its first paragraph or item, else of
     * all its words; empty where it has none.
     */
    public static String of(List<Block> blocks, int max) {
        Beginning beginning = new Beginning();
        beginning.read(blocks);
        beginning.close();
        String start =
                beginning.stretches.stream()
                        .filter(Beginning::saysMuch)
                        .findFirst()
                        .or(() -> beginning.stretches.stream().findFirst())
                        .or(() -> words(blocks).findFirst())
                        .orElseGet(() -> PlainText.of(blocks));
        return Sentences.first(start, max);
    }

    private static boolean saysMuch(String stretch) {
        return !Graphemes.fits(stretch, LITTLE);
    }

    private void read(List<Block> blocks) {
        for (Block block : blocks) {
            if (stretches.stream().anyMatch(Beginning::saysMuch)) {
                return;
            }
            if (block instanceof Block.Paragraph paragraph) {
                add(paragraph.children());
            } else if (block instanceof Block.Quote quote) {
                read(quote.children());
            } else if (block instanceof Block.Callout callout) {
                read(callout.children());
            } else {
                close();
            }
        }
    }

    private void add(List<Inline> inlines) {
        List<String> sentences =
                isStressed(inlines) ? List.of() : Sentences.ended(PlainText.ofInlines(inlines));
        String more = String.join(" ", sentences);
        open = open.isEmpty() ? more : open + ' ' + more;
        if (sentences.isEmpty() || !Graphemes.fits(open, ENOUGH)) {
            close();
        }
    }

    private void close() {
        if (!open.isBlank()) {
            stretches.add(open.strip());
        }
        open = "";
    }

    /** Whether all words of a paragraph are stressed. */
    private static boolean isStressed(List<Inline> inlines) {
        return inlines.stream()
                .allMatch(
                        inline ->
                                inline instanceof Inline.Emphasis
                                        || PlainText.ofInlines(List.of(inline)).isBlank());
    }

    /** The words of each paragraph and item, in reading order. */
    private static Stream<String> words(List<Block> blocks) {
        return blocks.stream().flatMap(Beginning::words).filter(words -> !words.isBlank());
    }

    private static Stream<String> words(Block block) {
        return block instanceof Block.Paragraph paragraph
                ? Stream.of(PlainText.ofInlines(paragraph.children()))
                : Nested.in(block).stream().flatMap(Beginning::words);
    }
}
