package dev.pressline.normalize.blocks;

import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Inline;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The words of blocks without any markup: blocks joined by an empty line, items, rows and forced
 * breaks by a line feed, cells by a tab. Images give their text alternative. One for each text.
 */
public final class PlainText {

    private static final String PARAGRAPH = "\n\n";
    private static final String LINE = "\n";
    private static final String CELL = "\t";

    private final StringBuilder text = new StringBuilder();

    private PlainText() {}

    /** The text of blocks; empty where they hold no words. */
    public static String of(List<Block> blocks) {
        PlainText plain = new PlainText();
        plain.blocks(blocks, PARAGRAPH);
        return plain.text.toString();
    }

    /** The text of inlines, neither trimmed nor collapsed. */
    public static String ofInlines(List<Inline> inlines) {
        PlainText plain = new PlainText();
        plain.inlines(inlines);
        return plain.text.toString();
    }

    private void blocks(List<Block> blocks, String separator) {
        join(blocks, separator, this::block);
    }

    private void block(Block block) {
        switch (block) {
            case Block.Paragraph paragraph -> inlines(paragraph.children());
            case Block.Heading heading -> inlines(heading.children());
            case Block.ItemList list -> join(list.items(), LINE, i -> blocks(i.children(), LINE));
            case Block.TaskList list -> join(list.items(), LINE, i -> blocks(i.children(), LINE));
            case Block.Quote quote -> blocks(quote.children(), PARAGRAPH);
            case Block.Callout callout -> blocks(callout.children(), PARAGRAPH);
            case Block.Code code -> text.append(code.text());
            case Block.Math math -> text.append(math.tex());
            case Block.Table table -> join(table.rows(), LINE, this::row);
            case Block.Image image -> image(image);
            case Block.Gallery gallery ->
                    join(gallery.pictures(), LINE, picture -> text.append(picture.alt()));
            case Block.Embed embed ->
                    join(
                            Stream.of(embed.title(), embed.description())
                                    .flatMap(Optional::stream)
                                    .toList(),
                            LINE,
                            text::append);
            case Block.Button button -> text.append(button.text());
            case Block.Footnote footnote -> blocks(footnote.children(), PARAGRAPH);
            case Block.PostReference post -> {}
            case Block.Rule rule -> {}
            case Block.PageBreak pageBreak -> {}
            case Block.MembersOnlyBreak membersOnly -> {}
            case Block.Unknown unknown -> {}
        }
    }

    private void image(Block.Image image) {
        List<String> parts = List.of(image.picture().alt(), ofInlines(image.caption()));
        join(parts, LINE, text::append);
    }

    /** Cells are joined whether or not they hold words. */
    private void row(Block.TableRow row) {
        String separator = "";
        for (Block.TableCell cell : row.cells()) {
            text.append(separator);
            blocks(cell.children(), LINE);
            separator = CELL;
        }
    }

    private void inlines(List<Inline> inlines) {
        inlines.forEach(this::inline);
    }

    private void inline(Inline inline) {
        switch (inline) {
            case Inline.Text run -> text.append(run.text());
            case Inline.Strong strong -> inlines(strong.children());
            case Inline.Emphasis emphasis -> inlines(emphasis.children());
            case Inline.Underline underline -> inlines(underline.children());
            case Inline.Strikethrough struck -> inlines(struck.children());
            case Inline.Highlight highlight -> inlines(highlight.children());
            case Inline.Code code -> text.append(code.text());
            case Inline.Math math -> text.append(math.tex());
            case Inline.Link link -> inlines(link.children());
            case Inline.Mention mention -> inlines(mention.children());
            case Inline.FootnoteReference reference -> {}
            case Inline.LineBreak lineBreak -> text.append(LINE);
        }
    }

    /** Writes the parts that hold words, and the separator between them. */
    private <T> void join(List<T> parts, String separator, Consumer<T> write) {
        int start = text.length();
        for (T part : parts) {
            int before = text.length();
            text.append(before > start ? separator : "");
            int from = text.length();
            write.accept(part);
            if (isBlank(from)) {
                text.setLength(before);
            }
        }
    }

    private boolean isBlank(int from) {
        for (int i = from; i < text.length(); i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
