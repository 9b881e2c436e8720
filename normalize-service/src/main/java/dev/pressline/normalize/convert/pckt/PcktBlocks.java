package dev.pressline.normalize.convert.pckt;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Inline;
import dev.pressline.normalize.convert.inline.Style;
import dev.pressline.normalize.convert.inline.Targets;
import dev.pressline.normalize.convert.inline.Texts;
import dev.pressline.normalize.convert.source.Fields;
import dev.pressline.normalize.convert.tree.Lists;
import dev.pressline.normalize.convert.tree.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Converts blocks of pckt, {@code blog.pckt.block.*}. Whatever the lexicon says, a field may stand
 * in the block or in its {@code attrs}, and empty {@code attrs} are a list. One for each
 * conversion.
 */
final class PcktBlocks {

    private static final int WIDEST = 1_000;

    private final Parts parts;

    PcktBlocks(Parts parts) {
        this.parts = parts;
    }

    /** The blocks of a list of blocks. */
    List<Block> blocks(List<JsonNode> items) {
        return items.stream().flatMap(item -> blocks(item).stream()).toList();
    }

    private List<Block> blocks(JsonNode block) {
        return switch (Fields.kind(block)) {
            case "text" -> parts.paragraph(inlines(block));
            case "heading" -> parts.heading(integer(block, "level").orElse(1), inlines(block));
            case "blockquote" -> parts.quote(children(block));
            case "bulletList" -> list(block, false);
            case "orderedList" -> list(block, true);
            case "taskList" -> tasks(block);
            case "codeBlock" -> code(block);
            case "image" -> image(block);
            case "table" -> List.of(new Block.Table(rows(block)));
            default -> leaf(block);
        };
    }

    private List<Block> leaf(JsonNode block) {
        return switch (Fields.kind(block)) {
            case "horizontalRule" -> List.of(new Block.Rule());
            case "hardBreak" -> List.of();
            case "iframe" -> parts.embed(holder(block, "url"), "url", "src");
            case "website" -> parts.embed(holder(block, "src"), "src", "url");
            case "blueskyEmbed" -> parts.post(holder(block, "postRef"), "postRef");
            case "noteEmbed" -> parts.post(holder(block, "noteRef"), "noteRef");
            case "mention" -> mention(holder(block, "did"));
            default -> parts.unknown(block);
        };
    }

    /** The block's text; older blocks hold text nodes instead. */
    private List<Inline> inlines(JsonNode block) {
        List<Inline> inlines = new ArrayList<>(parts.inlines(block, "plaintext", "text"));
        if (inlines.isEmpty()) {
            children(block, "content").forEach(node -> inlines.addAll(textNode(node)));
        }
        return inlines;
    }

    private List<Inline> textNode(JsonNode node) {
        return Fields.kind(node).equals("hardBreak")
                ? List.of(new Inline.LineBreak())
                : parts.inlines(node, "plaintext", "text");
    }

    private List<Block> children(JsonNode block) {
        return blocks(children(block, "content"));
    }

    private static List<JsonNode> children(JsonNode block, String field) {
        return Fields.list(block, field);
    }

    private List<Block> list(JsonNode list, boolean ordered) {
        List<Lists.Entry> entries = entries(list, Optional.empty());
        return Lists.of(ordered, integer(list, "start").orElse(1), entries);
    }

    private List<Block> tasks(JsonNode list) {
        return Lists.of(false, 1, entries(list, Optional.of(false)));
    }

    private List<Lists.Entry> entries(JsonNode list, Optional<Boolean> unchecked) {
        return children(list, "content").stream()
                .map(item -> new Lists.Entry(checked(item).or(() -> unchecked), children(item)))
                .toList();
    }

    private static Optional<Boolean> checked(JsonNode item) {
        return Fields.flag(holder(item, "checked"), "checked");
    }

    private List<Block> code(JsonNode block) {
        Optional<String> language = Fields.text(holder(block, "language"), "language");
        return parts.code(block, language, "plaintext", "text", "code");
    }

    private List<Block> image(JsonNode block) {
        JsonNode image = holder(block, "src");
        List<Inline> caption = Fields.text(image, "title").map(Texts::lines).orElse(List.of());
        return parts.image(block, parts.picture(image, Parts.alt(image), "blob", "src"), caption);
    }

    private List<Block.TableRow> rows(JsonNode table) {
        return children(table, "content").stream()
                .map(row -> new Block.TableRow(cells(row)))
                .toList();
    }

    private List<Block.TableCell> cells(JsonNode row) {
        return children(row, "content").stream()
                .map(
                        cell ->
                                new Block.TableCell(
                                        Fields.kind(cell).equals("tableHeader"),
                                        span(cell, "colspan"),
                                        span(cell, "rowspan"),
                                        children(cell)))
                .toList();
    }

    private static int span(JsonNode cell, String field) {
        return Math.clamp(integer(cell, field).orElse(1), 1, WIDEST);
    }

    private List<Block> mention(JsonNode mention) {
        Optional<Style> account = Fields.text(mention, "did").flatMap(Targets::account);
        List<Inline> name =
                Fields.text(mention, "handle", "did")
                        .map(n -> Texts.lines("@" + n))
                        .orElse(List.of());
        return account.map(style -> parts.paragraph(List.of(style.around(name))))
                .orElseGet(() -> parts.paragraph(name));
    }

    private static Optional<Integer> integer(JsonNode block, String field) {
        return Fields.integer(holder(block, field), field);
    }

    /** What holds a field: the block itself or its {@code attrs}. */
    private static JsonNode holder(JsonNode block, String field) {
        return block.has(field) ? block : block.path("attrs");
    }
}
