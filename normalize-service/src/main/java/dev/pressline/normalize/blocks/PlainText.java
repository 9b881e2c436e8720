package dev.pressline.normalize.blocks;

import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Inline;
import dev.pressline.contract.document.Picture;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words of blocks without any markup: blocks joined by an empty line, items, rows and forced
 * breaks by a line feed, cells by a tab. Images give their text alternative. Stateless.
 */
public final class PlainText {

    private static final String PARAGRAPH = "\n\n";
    private static final String LINE = "\n";
    private static final String CELL = "\t";

    private PlainText() {}

    /** The text of blocks; empty where they hold no words. */
    public static String of(List<Block> blocks) {
        return join(blocks.stream().map(PlainText::of), PARAGRAPH);
    }

    /** The text of inlines, neither trimmed nor collapsed. */
    public static String ofInlines(List<Inline> inlines) {
        return inlines.stream().map(PlainText::of).collect(Collectors.joining());
    }

    private static String of(Block block) {
        return switch (block) {
            case Block.Paragraph paragraph -> ofInlines(paragraph.children());
            case Block.Heading heading -> ofInlines(heading.children());
            case Block.ItemList list -> join(list.items().stream().map(i -> tight(i.children())));
            case Block.TaskList list -> join(list.items().stream().map(i -> tight(i.children())));
            case Block.Quote quote -> of(quote.children());
            case Block.Callout callout -> of(callout.children());
            case Block.Code code -> code.text();
            case Block.Math math -> math.tex();
            case Block.Table table -> join(table.rows().stream().map(PlainText::row));
            case Block.Image image ->
                    join(Stream.of(image.picture().alt(), ofInlines(image.caption())));
            case Block.Gallery gallery -> join(gallery.pictures().stream().map(Picture::alt));
            case Block.Embed embed -> ofEmbed(embed);
            case Block.Button button -> button.text();
            case Block.Footnote footnote -> of(footnote.children());
            case Block.PostReference post -> "";
            case Block.Rule rule -> "";
            case Block.PageBreak pageBreak -> "";
            case Block.MembersOnlyBreak membersOnly -> "";
            case Block.Unknown unknown -> "";
        };
    }

    private static String ofEmbed(Block.Embed embed) {
        return join(Stream.of(embed.title(), embed.description()).flatMap(Optional::stream));
    }

    private static String row(Block.TableRow row) {
        return row.cells().stream()
                .map(cell -> tight(cell.children()))
                .collect(Collectors.joining(CELL));
    }

    private static String tight(List<Block> blocks) {
        return join(blocks.stream().map(PlainText::of), LINE);
    }

    private static String of(Inline inline) {
        return switch (inline) {
            case Inline.Text text -> text.text();
            case Inline.Strong strong -> ofInlines(strong.children());
            case Inline.Emphasis emphasis -> ofInlines(emphasis.children());
            case Inline.Underline underline -> ofInlines(underline.children());
            case Inline.Strikethrough struck -> ofInlines(struck.children());
            case Inline.Highlight highlight -> ofInlines(highlight.children());
            case Inline.Code code -> code.text();
            case Inline.Math math -> math.tex();
            case Inline.Link link -> ofInlines(link.children());
            case Inline.Mention mention -> ofInlines(mention.children());
            case Inline.FootnoteReference reference -> "";
            case Inline.LineBreak lineBreak -> LINE;
        };
    }

    private static String join(Stream<String> parts) {
        return join(parts, LINE);
    }

    private static String join(Stream<String> parts, String separator) {
        return parts.filter(part -> !part.isBlank()).collect(Collectors.joining(separator));
    }
}
