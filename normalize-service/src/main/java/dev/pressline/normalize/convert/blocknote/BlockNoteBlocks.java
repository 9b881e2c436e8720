package dev.pressline.normalize.convert.blocknote;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Inline;
import dev.pressline.normalize.blocks.PlainText;
import dev.pressline.normalize.convert.inline.Texts;
import dev.pressline.normalize.convert.source.ConversionContext;
import dev.pressline.normalize.convert.source.Fields;
import dev.pressline.normalize.convert.tree.ContentNodes;
import dev.pressline.normalize.convert.tree.Lists;
import dev.pressline.normalize.convert.tree.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Blocks of BlockNote. Items of lists are siblings, and a row of them is one list; blocks below a
 * block that is no item are indented and follow it. One for each conversion.
 */
final class BlockNoteBlocks {

    private final Parts parts;
    private final BlockNoteInlines inlines;

    BlockNoteBlocks(Parts parts, ConversionContext context) {
        this.parts = parts;
        this.inlines = new BlockNoteInlines(context);
    }

    /** The blocks of siblings. */
    List<Block> blocks(List<JsonNode> siblings) {
        List<Block> blocks = new ArrayList<>();
        int from = 0;
        while (from < siblings.size()) {
            int end = endOfRow(siblings, from);
            blocks.addAll(
                    isItem(siblings.get(from))
                            ? list(siblings.subList(from, end))
                            : withChildren(siblings.get(from)));
            from = end;
        }
        return blocks;
    }

    private static int endOfRow(List<JsonNode> siblings, int from) {
        int end = from + 1;
        while (isItem(siblings.get(from))
                && end < siblings.size()
                && isItem(siblings.get(end))
                && isOrdered(siblings.get(end)) == isOrdered(siblings.get(from))) {
            end++;
        }
        return end;
    }

    private static boolean isItem(JsonNode block) {
        return Fields.kind(block).endsWith("ListItem");
    }

    private static boolean isOrdered(JsonNode block) {
        return Fields.kind(block).equals("numberedListItem");
    }

    private List<Block> list(List<JsonNode> items) {
        JsonNode first = items.getFirst();
        return Lists.of(
                isOrdered(first),
                Fields.integer(first.path("props"), "start").orElse(1),
                items.stream().map(item -> new Lists.Entry(checked(item), item(item))).toList());
    }

    private static Optional<Boolean> checked(JsonNode item) {
        return Fields.kind(item).equals("checkListItem")
                ? Optional.of(item.path("props").path("checked").asBoolean())
                : Optional.empty();
    }

    private List<Block> item(JsonNode item) {
        List<Block> blocks = new ArrayList<>(parts.paragraph(words(item)));
        blocks.addAll(children(item));
        return blocks;
    }

    private List<Block> children(JsonNode block) {
        return blocks(Fields.list(block, "children"));
    }

    private List<Block> withChildren(JsonNode block) {
        List<Block> blocks = new ArrayList<>(block(block));
        blocks.addAll(children(block));
        return blocks;
    }

    private List<Inline> words(JsonNode block) {
        return inlines.inlines(
                block.has("inlineContent") ? block.path("inlineContent") : block.path("content"));
    }

    private List<Block> block(JsonNode block) {
        JsonNode props = block.path("props");
        return switch (Fields.kind(block)) {
            case "paragraph" -> parts.paragraph(words(block));
            case "heading" -> parts.heading(Fields.integer(props, "level").orElse(1), words(block));
            case "quote" -> parts.quote(parts.paragraph(words(block)));
            case "codeBlock" -> code(block, Fields.text(props, "language"));
            case "table" -> table(block);
            case "image" ->
                    parts.image(
                            block,
                            parts.picture(props, Parts.alt(props), "blob", "url"),
                            caption(props));
            case "video", "audio", "file" -> parts.embed(block, props, "url");
            case "divider" -> List.of(new Block.Rule());
            case "pageBreak" -> List.of(new Block.PageBreak());
            default -> other(block);
        };
    }

    private static List<Inline> caption(JsonNode props) {
        return Fields.text(props, "caption").map(Texts::lines).orElse(List.of());
    }

    private List<Block> code(JsonNode block, Optional<String> language) {
        String text = PlainText.ofInlines(words(block));
        return text.isBlank() ? List.of() : List.of(new Block.Code(language, text));
    }

    /** What nobody knows: its words, else what it holds, else a placeholder. */
    private List<Block> other(JsonNode block) {
        List<Inline> words = words(block);
        return words.isEmpty() && Fields.list(block, "children").isEmpty()
                ? parts.unknown(block)
                : parts.paragraph(words);
    }

    private List<Block> table(JsonNode block) {
        JsonNode content =
                block.has("tableContent") ? block.path("tableContent") : block.path("content");
        int headers = Fields.integer(content, "headerRows").orElse(0);
        List<Block.TableRow> rows = new ArrayList<>();
        for (JsonNode row : Fields.list(content, "rows")) {
            rows.add(row(row, rows.size() < headers));
        }
        return rows.isEmpty() ? List.of() : List.of(new Block.Table(rows));
    }

    private Block.TableRow row(JsonNode row, boolean header) {
        List<Block.TableCell> cells = new ArrayList<>();
        for (JsonNode cell : row.path("cells")) {
            JsonNode props = cell.path("props");
            cells.add(
                    new Block.TableCell(
                            header,
                            ContentNodes.span(Fields.integer(props, "colspan")),
                            ContentNodes.span(Fields.integer(props, "rowspan")),
                            parts.paragraph(
                                    inlines.inlines(
                                            cell.isObject() ? cell.path("content") : cell))));
        }
        return new Block.TableRow(cells);
    }
}
